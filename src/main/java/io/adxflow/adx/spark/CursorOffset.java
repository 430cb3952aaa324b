package io.adxflow.adx.spark;

import io.adxflow.base.json.Json;
import org.apache.spark.sql.connector.read.streaming.Offset;

/** How far a stream has read: a database cursor, which is opaque; an empty one is before the first row. */
final class CursorOffset extends Offset {
    static final CursorOffset BEGINNING = new CursorOffset("");

    private final String cursor;

    CursorOffset(String cursor) {
        this.cursor = cursor;
    }

    static CursorOffset of(String json) {
        return new CursorOffset(Json.read(json).toString());
    }

    boolean isBeginning() {
        return cursor.isEmpty();
    }

    String cursor() {
        return cursor;
    }

    @Override
    public String json() {
        return Json.write(cursor);
    }
}
