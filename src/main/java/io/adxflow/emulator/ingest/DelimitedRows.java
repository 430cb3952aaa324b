package io.adxflow.emulator.ingest;

import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Records as rows, by position. Columns beyond the record have no value, fields beyond the columns do not count. */
final class DelimitedRows implements ClosableRows {
    private final DelimitedRecords records;
    private final List<KqlType> types;
    private int width;

    DelimitedRows(DelimitedRecords records, Schema schema, boolean skipsFirst) throws IOException {
        this.records = records;
        this.types = schema.columns().stream().map(Column::type).toList();
        if (skipsFirst && records.next()) {
            width = records.fields();
        }
    }

    @Override
    public boolean next() {
        try {
            boolean found = records.next();
            if (found) {
                requireWidth();
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the data cannot be read", e);
        }
    }

    @Override
    public Object value(int column) {
        KqlType type = types.get(column);
        if (column >= records.fields()) {
            return type == KqlType.STRING ? "" : null;
        }
        return Cells.read(type, records.text(), records.start(column), records.end(column));
    }

    private void requireWidth() {
        if (width == 0) {
            width = records.fields();
        } else if (width != records.fields()) {
            throw new BadDataException(
                    records.count(),
                    "it has " + records.fields() + " fields, and those before have " + width
                            + " (Stream_WrongNumberOfFields)");
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
