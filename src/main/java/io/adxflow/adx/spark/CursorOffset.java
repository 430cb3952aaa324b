package io.adxflow.adx.spark;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.connector.read.streaming.Offset;

/**
 * How far a stream has read: a database cursor and the table that it is of. A cursor means nothing for another table, and
 * a table that was dropped and made again is another one.
 */
final class CursorOffset extends Offset {
    private static final String CURSOR = "cursor";
    private static final String TABLE_ID = "tableId";

    private final String cursor;
    private final String tableId;

    /** @param cursor empty before the first row */
    CursorOffset(String cursor, String tableId) {
        this.cursor = cursor;
        this.tableId = tableId;
    }

    /** @throws IllegalArgumentException if the text is not one of {@link #json} */
    static CursorOffset of(String json) {
        try {
            if (Json.read(json) instanceof Map<?, ?> offset
                    && offset.get(CURSOR) instanceof String cursor
                    && offset.get(TABLE_ID) instanceof String tableId) {
                return new CursorOffset(cursor, tableId);
            }
        } catch (JsonException e) {
            throw new IllegalArgumentException("not an offset of this source: " + json, e);
        }
        throw new IllegalArgumentException("not an offset of this source: " + json);
    }

    boolean isBeginning() {
        return cursor.isEmpty();
    }

    String cursor() {
        return cursor;
    }

    boolean isOf(String table) {
        return tableId.equals(table);
    }

    /** Whether another has read less; a cursor is a number that grows. */
    boolean isAheadOf(CursorOffset other) {
        return !isBeginning() && Long.compareUnsigned(number(cursor), number(other.cursor)) > 0;
    }

    private static long number(String cursor) {
        return cursor.isEmpty() ? 0 : Long.parseUnsignedLong(cursor);
    }

    @Override
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(CURSOR, cursor);
        json.put(TABLE_ID, tableId);
        return Json.write(json);
    }
}
