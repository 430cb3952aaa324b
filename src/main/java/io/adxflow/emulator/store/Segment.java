package io.adxflow.emulator.store;

import io.adxflow.kql.language.Schema;

/**
 * Rows on disk, written once. An extent names its segment; a move hands it over without touching a row.
 *
 * @param number names it within the store
 * @param schema the columns as they were written, by position; a table finds its own by name and type
 * @param bytes size on disk, estimated
 * @param isTimed whether each row carries its own ingestion time
 */
public record Segment(long number, Schema schema, long rows, long bytes, boolean isTimed) {
    public Segment withSchema(Schema next) {
        return new Segment(number, next, rows, bytes, isTimed);
    }
}
