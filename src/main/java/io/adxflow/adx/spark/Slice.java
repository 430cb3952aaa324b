package io.adxflow.adx.spark;

import org.apache.spark.sql.connector.read.InputPartition;

/**
 * Travels to an executor, so it holds text and nothing live.
 *
 * @param table the table that it is a part of, or an empty text for a slice that is the whole
 * @param stateQuery a query for the state of what the slice stands for, of a part only
 * @param state what it was when the slices were cut
 */
record Slice(String kql, String table, String stateQuery, SliceState state) implements InputPartition {
    /** One query sees one moment of the table, so nothing has to be compared. */
    static Slice whole(String kql) {
        return new Slice(kql, "", "", SliceState.UNKNOWN);
    }

    /** In one line, unless a line may end in a comment: the formatted explain takes bars at the start of lines for its own. */
    String shown() {
        return kql.contains("//") ? kql : kql.replace("\n|", " |");
    }

    boolean isPart() {
        return !table.isEmpty();
    }
}
