package io.adxflow.emulator.store;

import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One moment of a database. All that is read through it is of that moment, however long it takes and whatever others
 * change meanwhile. One thread uses it, except for {@link #cancel()}; it holds a connection until it is closed.
 */
public interface Snapshot extends AutoCloseable {
    Database database();

    /** The tables of the database, and those that were added with {@link #add}. */
    Catalog catalog();

    /**
     * Runs a statement that was compiled against {@link #catalog()}.
     *
     * @param schema of the result, by position
     * @param limit after this time the statement is stopped
     */
    Rows run(Schema schema, String sql, Duration limit);

    /** Adds a table that only this snapshot has, such as {@code $command_results}. */
    void add(String name, Schema schema, List<List<Object>> rows);

    /** Adds a table that only this snapshot has, with the rows of a statement. */
    void hold(String name, Schema schema, String sql, Duration limit);

    /** Says who reads data from outside for the queries of {@link #catalog()}, which have none without it. */
    void reading(ExternalReader reader);

    /** {@link #catalog()}, with this table in place of the one of its name; its segments may belong to no table yet. */
    Catalog holding(Table table);

    /**
     * {@link #catalog()}, in which tables have only the rows that came in after one cursor and not after another.
     *
     * @param tables all of the database when there are none
     */
    Catalog ingested(List<String> tables, long after, long until);

    /** {@link #catalog()}, with the rows of this table numbered. */
    Catalog numbered(String table);

    /**
     * Stores what is left of the extents of a table without some rows, as segments that belong to no table yet.
     *
     * @param sql answers extent and number of each row to leave out
     */
    Deletion without(Table table, String sql, Duration limit);

    /** Stores the rows of a statement as a segment that belongs to no table yet. */
    Segment save(Schema schema, String sql, Duration limit);

    /** Writes the rows of a statement to Parquet files of a folder that is to be made; at least one, also without rows. */
    List<WrittenFile> writeParquet(Schema schema, String sql, ParquetOptions options, Path folder, Duration limit);

    /** Stores the rows of extents of a table as one segment, each row with its ingestion time. */
    Segment merge(Table table, List<Extent> extents);

    /** Makes durable what was stored, and ends the snapshot. Without this nothing was stored. */
    void keep();

    /** Stops what runs; the running call fails. Any thread may call it. */
    void cancel();

    @Override
    void close();
}
