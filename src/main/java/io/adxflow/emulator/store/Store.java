package io.adxflow.emulator.store;

import io.adxflow.kql.language.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The databases of one data directory. Whatever a method has returned survives the death of the process. Failures of the
 * disk, the memory or the lock of the directory are {@link io.adxflow.base.diagnostic.RemoteException}s.
 */
public interface Store extends AutoCloseable {
    /** The names of the databases, in alphabetical order. */
    List<String> databases();

    /** A database as it is now; letter case does not matter. */
    Optional<Database> database(String name);

    /** Makes an empty database unless there is one with this name. */
    void createDatabase(String name);

    /**
     * Replaces the state of a database by another one, in one transaction. Changes happen one after the other; readers see
     * the state before or after, never a part. Segments that the new state no longer names are deleted.
     *
     * @param change must not touch the store; what it throws leaves everything as it was
     */
    <R> R change(String database, Function<Database, Changed<R>> change);

    /** {@link #change} that places segments; when it fails, they are deleted. */
    default <R> R place(String database, List<Segment> segments, Function<Database, Changed<R>> change) {
        try {
            return change(database, change);
        } catch (RuntimeException e) {
            discardAfter(e, segments);
            throw e;
        }
    }

    private void discardAfter(RuntimeException failure, List<Segment> segments) {
        try {
            discard(segments);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** One moment of a database, for reading. */
    Snapshot open(String database);

    /** Stores rows that belong to no table yet. The segment is deleted with the next start unless a change places it. */
    Segment write(Schema schema, RowSource rows);

    /**
     * Stores the rows of a Parquet file, its columns found by name. A column that the file lacks has no value, nor has a
     * value that its column cannot take.
     */
    Segment writeParquet(Schema schema, Path file);

    /** The records of a Parquet file, for those who want other parts of it than columns by their names. */
    Records readParquet(Path file);

    /** Deletes segments; those that a table holds stay. */
    void discard(List<Segment> segments);

    /** Keeps a note, in place of the one of its kind and key. */
    void keep(Note note);

    /** The notes of a kind, in the order of their keys. */
    List<Note> notes(String kind);

    void forget(List<Note> notes);

    /** The time of the store's clock, in ticks of 100 ns since 0001-01-01. */
    long now();

    @Override
    void close();
}
