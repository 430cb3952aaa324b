package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.ExternalFile;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.emulator.store.OpenRows;
import io.adxflow.kql.language.ExternalDataException;
import io.adxflow.kql.language.KqlType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionState;
import org.duckdb.DuckDBWritableVector;

/** Reads the files of a scan one after the other, and of their rows the columns that are asked for. */
final class ExternalCursor implements DuckDBTableFunctionState {
    private final ExternalScan scan;
    private final int[] columns;
    private final KqlType[] types;
    private final int stored;
    private final Iterator<ExternalFile> files;

    private LocalBlob blob;
    private OpenRows rows;
    private List<Object> virtual = List.of();

    /** @param columns the positions of those that are asked for */
    ExternalCursor(ExternalScan scan, int[] columns) {
        this.scan = scan;
        this.columns = columns.clone();
        this.types = scan.types().toArray(KqlType[]::new);
        this.stored = scan.table().columns().columns().size();
        this.files = scan.files().iterator();
    }

    /** How many rows were written; none at the end. */
    synchronized long write(DuckDBDataChunkWriter output) throws IOException {
        int count = 0;
        DuckDBWritableVector[] vectors = new DuckDBWritableVector[columns.length];
        for (int i = 0; i < columns.length; i++) {
            vectors[i] = output.vector(i);
        }
        while (count < output.capacity() && next()) {
            for (int i = 0; i < columns.length; i++) {
                write(vectors[i], count, columns[i]);
            }
            count++;
        }
        return count;
    }

    private boolean next() throws IOException {
        while (rows == null || !rows.next()) {
            close();
            if (!files.hasNext()) {
                return false;
            }
            ExternalFile file = files.next();
            open(file);
            virtual = ExternalScan.virtual(scan.table(), file);
        }
        return true;
    }

    /** What is wrong with a file reaches the user as the text of a failure of DuckDB. */
    private void open(ExternalFile file) {
        try {
            blob = scan.reader().fetch(file);
            rows = scan.reader().open(scan.table(), scan.mapping(), file, blob);
        } catch (ExternalDataException e) {
            throw new IllegalArgumentException(
                    "the data at '" + e.address() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private void write(DuckDBWritableVector vector, int row, int column) {
        Object value = column < stored ? rows.value(column) : virtual.get(column - stored);
        KqlType type = types[column];
        if (value == null) {
            writeNothing(vector, row, type);
            return;
        }
        switch (type) {
            case BOOL -> vector.setBoolean(row, (Boolean) value);
            case INT -> vector.setInt(row, (Integer) value);
            case LONG, DATETIME, TIMESPAN -> vector.setLong(row, (Long) value);
            case REAL -> vector.setDouble(row, (Double) value);
            case DECIMAL -> vector.setBigDecimal(
                    row, ((BigDecimal) value).setScale(DuckDbTypes.DECIMAL_SCALE, RoundingMode.HALF_EVEN));
            case STRING, DYNAMIC, GUID -> vector.setString(row, value.toString());
        }
    }

    private static void writeNothing(DuckDBWritableVector vector, int row, KqlType type) {
        if (type == KqlType.STRING) {
            vector.setString(row, "");
        } else {
            vector.setNull(row);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (rows != null) {
            rows.close();
            rows = null;
        }
        if (blob != null) {
            blob.close();
            blob = null;
        }
    }
}
