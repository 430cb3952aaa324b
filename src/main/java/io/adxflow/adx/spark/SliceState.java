package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import java.io.Serializable;
import java.util.Optional;

/**
 * What tells one state of the rows of a slice from another: how many there are, a sum over the moments at which they were
 * ingested, and the columns of the table. Merging extents changes none of it. Rows that go, rows that come with an
 * earlier ingestion time and rows that take the place of others do.
 *
 * @param times the sum of the hashes of the ingestion times
 * @param columns names and types in their order, as one text
 */
record SliceState(long rows, long times, String columns) implements Serializable {
    /** For a read in one query, which sees one moment of the table. */
    static final SliceState UNKNOWN = new SliceState(0, 0, "");

    private static final long HASHES = 1_000_003;

    /** The hash of one ingestion time, by the name of the column or the function that has it. */
    static String hash(String time) {
        return "hash(" + time + ", " + HASHES + ")";
    }

    /** A query for the columns of a table, in one text. */
    static String columnsOf(String table) {
        return "toscalar(" + Quoted.name(table) + " | getschema | sort by ColumnOrdinal asc"
                + " | project Column = strcat(ColumnName, ':', ColumnType) | summarize tostring(make_list(Column)))";
    }

    /** A query for the state of the rows for which a condition holds. */
    static String query(String table, String condition) {
        return Quoted.name(table) + " | " + condition + " | summarize Rows = count(), Times = sum("
                + hash("ingestion_time()") + ") | extend Columns = " + columnsOf(table);
    }

    static SliceState of(AdxResult state) {
        long rows = state.number(0, "Rows");
        return new SliceState(rows, rows == 0 ? 0 : state.number(0, "Times"), state.text(0, "Columns"));
    }

    /** What is different now, for people. A column that was added behind the others is not. */
    Optional<String> difference(SliceState now) {
        if (rows != now.rows) {
            return Optional.of("a slice had " + rows + " rows and has " + now.rows + " now");
        }
        if (times != now.times) {
            return Optional.of("the " + rows + " rows of a slice are others than they were");
        }
        String names = columns.replaceFirst("]$", "");
        return now.columns.startsWith(names)
                ? Optional.empty()
                : Optional.of("its columns were " + columns + " and are now " + now.columns);
    }
}
