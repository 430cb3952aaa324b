package io.adxflow.emulator.duckdb.functions;

import io.adxflow.kql.function.JavaFunction;
import io.adxflow.kql.language.KqlType;
import java.math.BigDecimal;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBWritableVector;

/** Calls a Java function for each row of a vector. */
record VectorCall(JavaFunction function) implements DuckDBScalarFunction {
    @Override
    public void apply(DuckDBDataChunkReader input, DuckDBWritableVector output) {
        Column[] columns = columns(input);
        Object[] arguments = new Object[columns.length];
        int rows = (int) input.rowCount();
        if (givesText()) {
            // One call into DuckDB for all texts instead of one for each.
            String[] texts = new String[rows];
            for (int row = 0; row < rows; row++) {
                texts[row] = (String) result(columns, arguments, row);
            }
            output.setStrings(0, texts);
        } else {
            for (int row = 0; row < rows; row++) {
                write(output, row, result(columns, arguments, row));
            }
        }
    }

    private Object result(Column[] columns, Object[] arguments, int row) {
        boolean hasNull = false;
        for (int i = 0; i < columns.length; i++) {
            arguments[i] = columns[i].read(row);
            hasNull |= arguments[i] == null;
        }
        return hasNull && !function.seesNulls() ? null : function.body().apply(arguments);
    }

    private boolean givesText() {
        return switch (function.result()) {
            case STRING, DYNAMIC, GUID -> true;
            case BOOL, INT, LONG, DATETIME, TIMESPAN, REAL, DECIMAL -> false;
        };
    }

    private Column[] columns(DuckDBDataChunkReader input) {
        Column[] columns = new Column[(int) input.columnCount()];
        int last = function.parameters().size() - 1;
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Column(input.vector(i), function.parameters().get(Math.min(i, last)));
        }
        return columns;
    }

    private void write(DuckDBWritableVector output, long row, Object value) {
        if (value == null) {
            output.setNull(row);
            return;
        }
        switch (function.result()) {
            case BOOL -> output.setBoolean(row, (Boolean) value);
            case INT -> output.setInt(row, (Integer) value);
            case LONG, DATETIME, TIMESPAN -> output.setLong(row, (Long) value);
            case REAL -> output.setDouble(row, (Double) value);
            case DECIMAL -> output.setBigDecimal(row, (BigDecimal) value);
            case STRING, DYNAMIC, GUID -> output.setString(row, (String) value);
        }
    }

    private record Column(DuckDBReadableVector vector, KqlType type) {
        Object read(long row) {
            if (vector.isNull(row)) {
                return null;
            }
            return switch (type) {
                case BOOL -> vector.getBoolean(row);
                case INT -> vector.getInt(row);
                case LONG, DATETIME, TIMESPAN -> vector.getLong(row);
                case REAL -> vector.getDouble(row);
                case DECIMAL -> vector.getBigDecimal(row);
                case STRING, DYNAMIC, GUID -> vector.getString(row);
            };
        }
    }
}
