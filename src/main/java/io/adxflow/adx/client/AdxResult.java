package io.adxflow.adx.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A small result, wholly in memory. The values of a row have the Java types that {@link AdxType} names.
 *
 * @param requestId the client request id under which ADX knows the call
 */
public record AdxResult(List<AdxColumn> columns, List<List<Object>> rows, String requestId) {
    public AdxResult {
        columns = List.copyOf(columns);
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * The value of a column by name, possibly {@code null}.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public Object value(int row, String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return rows.get(row).get(i);
            }
        }
        throw new IllegalArgumentException("there is no column '" + column + "' in " + columns);
    }

    /** The value as text, or an empty text for null. */
    public String text(int row, String column) {
        Object value = value(row, column);
        return value == null ? "" : value.toString();
    }

    /**
     * The value of an int or long column.
     *
     * @throws IllegalArgumentException if the value is null or not a whole number
     */
    public long number(int row, String column) {
        Object value = value(row, column);
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new IllegalArgumentException("'" + column + "' is not a whole number but " + value);
    }
}
