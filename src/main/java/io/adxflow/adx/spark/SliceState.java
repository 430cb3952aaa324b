package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import java.io.Serializable;
import java.util.Optional;

/**
 * What tells one state of the rows of a slice from another: how many there are, a sum over the moments at which they were
 * ingested, how many values they have, and the columns of the table. Merging extents changes none of it. Rows that go,
 * rows that come with an earlier ingestion time, rows that take the place of others and columns that are made anew do.
 *
 * @param times the sum of the hashes of the ingestion times
 * @param filled how many values are in the columns that are read
 * @param columns names and types in their order, as one text
 */
record SliceState(long rows, long times, long filled, String columns) implements Serializable {
    /** For a read in one query, which sees one moment of the table. */
    static final SliceState UNKNOWN = new SliceState(0, 0, 0, "");

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

    /**
     * A query for the state of the rows for which a condition holds.
     *
     * @param filled an aggregation of {@link FilledValues}
     */
    static String query(String table, String condition, String filled) {
        return Quoted.name(table) + " | " + condition + " | summarize Rows = count(), Times = sum("
                + hash("ingestion_time()") + "), Filled = " + filled + " | extend Columns = " + columnsOf(table);
    }

    static SliceState of(AdxResult state) {
        long rows = state.number(0, "Rows");
        long times = rows == 0 ? 0 : state.number(0, "Times");
        return new SliceState(rows, times, state.number(0, "Filled"), state.text(0, "Columns"));
    }

    /** What is different now, for people. A column that was added behind the others is not. */
    Optional<String> difference(SliceState now) {
        if (rows != now.rows) {
            return Optional.of("a slice had " + rows + " rows and has " + now.rows + " now");
        }
        if (times != now.times) {
            return Optional.of("the " + rows + " rows of a slice are others than they were");
        }
        if (filled != now.filled) {
            return Optional.of("the rows of a slice had " + filled + " values and have " + now.filled
                    + " now; was a column dropped and made again?");
        }
        String names = columns.replaceFirst("]$", "");
        return now.columns.startsWith(names)
                ? Optional.empty()
                : Optional.of("its columns were " + columns + " and are now " + now.columns);
    }
}
