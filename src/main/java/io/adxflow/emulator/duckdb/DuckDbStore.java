package io.adxflow.emulator.duckdb;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Note;
import io.adxflow.emulator.store.Records;
import io.adxflow.emulator.store.RowSource;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.language.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store in one DuckDB file. The states of the databases live in memory and, as rows of the schema {@code meta}, on disk;
 * both change together. Rows live in tables of the schema {@code data} that are written once and never changed.
 */
public final class DuckDbStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(DuckDbStore.class);
    private static final long TICKS_PER_SECOND = 10_000_000;
    private static final int NANOS_PER_TICK = 100;
    private static final long EPOCH_SECONDS = 62_135_596_800L;

    private final DuckDbFile files;
    private final Clock clock;
    private final StopWatch stopWatch = new StopWatch();
    private final Workers workers = new Workers();
    private final Segments segments;
    private final ReentrantLock writer = new ReentrantLock();
    /** Readers begin their transaction under the read lock, so that memory and disk show them the same moment. */
    private final ReentrantReadWriteLock moment = new ReentrantReadWriteLock();

    private Map<String, Database> states;

    private DuckDbStore(DuckDbFile file, Clock clock, Map<String, Database> states, Segments segments) {
        this.files = file;
        this.clock = clock;
        this.states = states;
        this.segments = segments;
    }

    /** With half of the machine's memory for DuckDB. */
    public static DuckDbStore open(Path directory, Clock clock) {
        return open(directory, clock, OptionalLong.empty());
    }

    /**
     * @param memoryBytes how much of the machine DuckDB may use; half of it when it is not given
     * @throws io.adxflow.base.diagnostic.RemoteException when another process uses the directory, or it cannot be read
     */
    public static DuckDbStore open(Path directory, Clock clock, OptionalLong memoryBytes) {
        DuckDbFile file = DuckDbFile.open(directory, memoryBytes);
        try (DuckDBConnection connection = file.connection()) {
            Sql.inTransaction(connection, () -> Sql.executeAll(connection, MetaTables.DEFINITIONS));
            MetaReader reader = new MetaReader(connection);
            Map<String, Database> states = states(reader);
            Set<Long> stored = reader.segments();
            Segments segments = new Segments(
                    stored.stream().mapToLong(Long::longValue).max().orElse(0));
            dropUnplaced(connection, segments, stored, states);
            return new DuckDbStore(file, clock, states, segments);
        } catch (SQLException e) {
            file.close();
            throw Failures.of("reading the data in " + directory, e);
        }
    }

    private static Map<String, Database> states(MetaReader reader) throws SQLException {
        Map<String, Database> states = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        states.putAll(reader.databases());
        return states;
    }

    /** Begins anew when DuckDB has given up, for example because the disk was full; what is on disk is then what counts. */
    private void requireUsable() {
        if (files.isUsable()) {
            return;
        }
        writer.lock();
        moment.writeLock().lock();
        try {
            if (!files.isUsable()) {
                LOG.warn("the data is opened anew, because DuckDB had to give up writing it");
                files.reopen();
                if (!files.isUsable()) {
                    throw Failures.stillInUse();
                }
                try (DuckDBConnection connection = files.connection()) {
                    states = states(new MetaReader(connection));
                }
            }
        } catch (SQLException e) {
            throw Failures.of("opening the data anew", e);
        } finally {
            moment.writeLock().unlock();
            writer.unlock();
        }
    }

    private DuckDBConnection connection() {
        return files.usable().orElseGet(() -> {
            requireUsable();
            return files.connection();
        });
    }

    private static void dropUnplaced(
            DuckDBConnection connection, Segments segments, Set<Long> stored, Map<String, Database> states)
            throws SQLException {
        Set<Long> unplaced = new HashSet<>(stored);
        states.values().forEach(database -> unplaced.removeAll(MetaWriter.segments(database)));
        for (long number : unplaced) {
            segments.drop(connection, number);
        }
    }

    @Override
    public List<String> databases() {
        return List.copyOf(current().keySet());
    }

    @Override
    public Optional<Database> database(String name) {
        return Optional.ofNullable(current().get(name));
    }

    @Override
    public void createDatabase(String name) {
        writer.lock();
        try (DuckDBConnection connection = files.connection()) {
            if (current().containsKey(name)) {
                return;
            }
            Database database = Database.empty(name);
            Sql.begin(connection);
            new MetaWriter(connection, segments).create(database);
            commit(connection, database);
        } catch (SQLException e) {
            throw Failures.of("creating database '" + name + "'", e);
        } finally {
            writer.unlock();
        }
    }

    @Override
    public <R> R change(String database, Function<Database, Changed<R>> change) {
        writer.lock();
        try {
            requireUsable();
            Database before = state(database);
            Changed<R> changed = change.apply(before);
            if (changed.database() != before) {
                persist(before, changed);
            }
            return changed.result();
        } finally {
            writer.unlock();
        }
    }

    private void persist(Database before, Changed<?> changed) {
        Database after = changed.database();
        try (DuckDBConnection connection = files.connection()) {
            Sql.begin(connection);
            new MetaWriter(connection, segments).write(before, after);
            new Notes(connection).keep(changed.notes());
            commit(connection, after);
        } catch (SQLException e) {
            requireDone(before, after, Failures.of("changing database '" + before.name() + "'", e));
        }
    }

    /** DuckDB may have written a change whole, and given up after it. */
    private void requireDone(Database before, Database after, RemoteException failure) {
        if (files.isUsable()) {
            throw failure;
        }
        requireUsable();
        Database found = state(before.name());
        if (!found.equals(after)) {
            throw failure;
        }
    }

    private void commit(DuckDBConnection connection, Database after) throws SQLException {
        moment.writeLock().lock();
        try {
            connection.commit();
            Map<String, Database> next = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            next.putAll(states);
            next.put(after.name(), after);
            states = next;
        } finally {
            moment.writeLock().unlock();
        }
    }

    @Override
    public Snapshot open(String database) {
        DuckDBConnection connection = connection();
        moment.readLock().lock();
        try {
            Database found = state(database);
            Sql.begin(connection);
            return new DuckDbSnapshot(connection, segments, states, found, files.scans(), stopWatch, workers);
        } catch (SQLException e) {
            Sql.close(connection);
            throw Failures.of("reading database '" + database + "'", e);
        } catch (RuntimeException e) {
            Sql.close(connection);
            throw e;
        } finally {
            moment.readLock().unlock();
        }
    }

    @Override
    public Segment write(Schema schema, RowSource rows) {
        try (DuckDBConnection connection = connection()) {
            Sql.begin(connection);
            Segment segment = segments.write(connection, schema, rows);
            connection.commit();
            return segment;
        } catch (SQLException e) {
            throw Failures.of("storing rows", e);
        }
    }

    @Override
    public Segment writeParquet(Schema schema, Path file) {
        try (DuckDBConnection connection = connection()) {
            Sql.begin(connection);
            String select = ParquetToSql.select(connection, schema, file);
            Segment segment = segments.save(connection, schema, select);
            connection.commit();
            return segment;
        } catch (SQLException e) {
            throw Failures.ofData("the Parquet file cannot be read", e);
        }
    }

    @Override
    public Records readParquet(Path file) {
        return ParquetRecords.open(connection(), file);
    }

    @Override
    public void discard(List<Segment> unplaced) {
        writer.lock();
        try (DuckDBConnection connection = connection()) {
            Set<Long> placed = new HashSet<>();
            current().values().forEach(database -> placed.addAll(MetaWriter.segments(database)));
            for (Segment segment : unplaced) {
                if (!placed.contains(segment.number())) {
                    segments.drop(connection, segment.number());
                }
            }
        } catch (SQLException e) {
            throw Failures.of("deleting rows", e);
        } finally {
            writer.unlock();
        }
    }

    @Override
    public void keep(Note note) {
        changeNotes(notes -> notes.keep(List.of(note)));
    }

    @Override
    public void forget(List<Note> forgotten) {
        changeNotes(notes -> notes.forget(forgotten));
    }

    @Override
    public List<Note> notes(String kind) {
        try (DuckDBConnection connection = connection()) {
            return new Notes(connection).of(kind);
        } catch (SQLException e) {
            throw Failures.of("reading notes", e);
        }
    }

    /** Changes of notes that do not belong to a change of a database. */
    @FunctionalInterface
    private interface NoteChange {
        void apply(Notes notes) throws SQLException;
    }

    private void changeNotes(NoteChange change) {
        writer.lock();
        try (DuckDBConnection connection = connection()) {
            Sql.begin(connection);
            change.apply(new Notes(connection));
            connection.commit();
        } catch (SQLException e) {
            throw Failures.of("keeping notes", e);
        } finally {
            writer.unlock();
        }
    }

    @Override
    public long now() {
        Instant now = clock.instant();
        return (now.getEpochSecond() + EPOCH_SECONDS) * TICKS_PER_SECOND + now.getNano() / NANOS_PER_TICK;
    }

    @Override
    public void close() {
        stopWatch.close();
        workers.close();
        files.close();
    }

    private Database state(String database) {
        Database found = current().get(database);
        if (found == null) {
            throw new IllegalArgumentException("there is no database '" + database + "'");
        }
        return found;
    }

    private Map<String, Database> current() {
        moment.readLock().lock();
        try {
            return states;
        } finally {
            moment.readLock().unlock();
        }
    }
}
