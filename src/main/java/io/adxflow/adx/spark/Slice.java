package io.adxflow.adx.spark;

import org.apache.spark.sql.connector.read.InputPartition;

/**
 * Travels to an executor, so it holds text and nothing live.
 *
 * @param rowCount a query that counts the rows of the table that the slice stands for, or an empty text for a slice that is
 *     the whole
 * @param rows how many they were when the slices were cut
 */
record Slice(String kql, String rowCount, long rows) implements InputPartition {

    /** One query sees one moment of the table, so nothing has to be compared. */
    static Slice whole(String kql) {
        return new Slice(kql, "", 0);
    }

    boolean isPart() {
        return !rowCount.isEmpty();
    }
}
