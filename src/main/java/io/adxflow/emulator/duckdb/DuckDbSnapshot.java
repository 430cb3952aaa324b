package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Deletion;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.ExternalReader;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.emulator.store.ParquetOptions;
import io.adxflow.emulator.store.Rows;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.emulator.store.WrittenFile;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.language.ExternalData;
import io.adxflow.kql.language.ExternalDataException;
import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;

/** A transaction that has seen nothing but its first moment, and the state that belongs to it. */
final class DuckDbSnapshot implements Snapshot {
    private static final Duration PRELIMINARY_LIMIT = Duration.ofMinutes(4);

    private final DuckDBConnection connection;
    private final Segments segments;
    private final Map<String, Database> states;
    private final Database database;
    private final ExternalScans scans;
    private final StopWatch stopWatch;
    private final Workers workers;
    private final Map<String, CatalogTable> added = new LinkedHashMap<>();
    private final List<Long> scanned = new ArrayList<>();
    private final List<LocalBlob> held = new ArrayList<>();

    private Optional<ExternalReader> externals = Optional.empty();
    private volatile RunningStatement running;
    private volatile boolean isCancelled;

    DuckDbSnapshot(
            DuckDBConnection connection,
            Segments segments,
            Map<String, Database> states,
            Database database,
            ExternalScans scans,
            StopWatch stopWatch,
            Workers workers) {
        this.connection = connection;
        this.segments = segments;
        this.states = states;
        this.database = database;
        this.scans = scans;
        this.stopWatch = stopWatch;
        this.workers = workers;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Catalog catalog() {
        return new DuckDbCatalog(
                database,
                states,
                added,
                DuckDbCatalog::whole,
                Reading.OUTSIDE,
                this::texts,
                this::external,
                this::outside);
    }

    @Override
    public Catalog holding(Table table) {
        return new DuckDbCatalog(
                database.with(table),
                states,
                added,
                DuckDbCatalog::whole,
                Reading.OUTSIDE,
                this::texts,
                this::external,
                this::outside);
    }

    @Override
    public Catalog numbered(String table) {
        return new DuckDbCatalog(
                database,
                states,
                added,
                DuckDbCatalog.numbered(table),
                Reading.OUTSIDE,
                this::texts,
                this::external,
                this::outside);
    }

    @Override
    public Catalog ingested(List<String> tables, long after, long until) {
        return new DuckDbCatalog(
                database,
                states,
                added,
                DuckDbCatalog.ingested(tables, after, until),
                Reading.OUTSIDE,
                this::texts,
                this::external,
                this::outside);
    }

    @Override
    public Deletion without(Table table, String sql, Duration limit) {
        RunningStatement next = start(limit);
        try (next) {
            return next.run(statement -> new RowDeletion(connection, segments, table).deleting(sql, statement));
        } catch (SQLException e) {
            throw next.failure(e);
        }
    }

    @Override
    public Rows run(Schema schema, String sql, Duration limit) {
        RunningStatement next = start(limit);
        try {
            return new DuckDbRows(schema, next, next.run(statement -> statement.executeQuery(sql)));
        } catch (SQLException e) {
            next.close();
            throw next.failure(e);
        }
    }

    @Override
    public void add(String name, Schema schema, List<List<Object>> rows) {
        String relation = "\"added_" + added.size() + "\"";
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE " + relation + " (" + declarations(schema) + ")");
            insert(relation, schema, rows);
        } catch (SQLException e) {
            throw Failures.of("keeping the answer of a command", e);
        }
        added.put(name, new CatalogTable(name, schema, relation));
    }

    @Override
    public void hold(String name, Schema schema, String sql, Duration limit) {
        String relation = "\"added_" + added.size() + "\"";
        String names = IntStream.range(0, schema.columns().size())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", "));
        RunningStatement next = start(limit);
        try (next) {
            next.run(statement -> statement.execute("CREATE TEMP TABLE " + relation
                    + " AS SELECT *, NULL::UUID AS x_extent, NULL::VARCHAR AS x_tags, NULL::BIGINT AS x_ingested,"
                    + " NULL::BIGINT AS x_cursor FROM (" + sql + ") AS r(" + names + ")"));
        } catch (SQLException e) {
            throw next.failure(e);
        }
        added.put(name, new CatalogTable(name, schema, relation));
    }

    @Override
    public void reading(ExternalReader reader) {
        externals = Optional.of(reader);
    }

    private CatalogTable external(ExternalData data) {
        ExternalReader reader = externals.orElseThrow(() ->
                new ExternalDataException(data.addresses().get(0), "stored queries have no data from outside", ""));
        String name = "$external_" + added.size();
        add(name, data.schema(), reader.rows(data));
        return added.get(name);
    }

    private io.adxflow.kql.language.ExternalTable outside(ExternalTable table, String mapping) {
        if (!mapping.isEmpty() && !table.mappings().containsKey(mapping)) {
            throw new ExternalDataException(
                    table.name(),
                    "it has no mapping '" + mapping + "'",
                    "its mappings: " + String.join(", ", table.mappings().keySet()));
        }
        return new DuckDbExternalTable(table, mapping, externals.orElse(ExternalReader.NOTHING), this);
    }

    /** Lets a query read files until the snapshot is closed; answers the number that names them. */
    long scan(ExternalScan scan) {
        long number = scans.add(scan);
        scanned.add(number);
        return number;
    }

    /** The same file, which stays until the snapshot is closed. */
    LocalBlob holding(LocalBlob blob) {
        held.add(blob);
        return blob;
    }

    DuckDBConnection connection() {
        return connection;
    }

    @Override
    public Segment save(Schema schema, String sql, Duration limit) {
        RunningStatement next = start(limit);
        try {
            return next.run(statement -> segments.save(connection, schema, sql));
        } catch (SQLException e) {
            throw next.failure(e);
        } finally {
            next.close();
        }
    }

    @Override
    public List<WrittenFile> writeParquet(
            Schema schema, String sql, ParquetOptions options, Path folder, Duration limit) {
        RunningStatement next = start(limit);
        try (next) {
            return next.run(statement -> {
                statement.execute(SqlToParquet.copy(schema, sql, options, folder));
                return written(statement, folder);
            });
        } catch (SQLException e) {
            throw next.failure(e);
        }
    }

    private static List<WrittenFile> written(Statement statement, Path folder) throws SQLException {
        List<WrittenFile> files = new ArrayList<>();
        try (ResultSet file = statement.executeQuery(SqlToParquet.rows(folder))) {
            while (file.next()) {
                files.add(new WrittenFile(Path.of(file.getString(1)), file.getLong(2)));
            }
        }
        return files;
    }

    @Override
    public Segment merge(Table table, List<Extent> extents) {
        try {
            return segments.merge(connection, table.schema(), Relations.of(table.withExtents(extents)));
        } catch (SQLException e) {
            throw Failures.of("merging extents", e);
        }
    }

    @Override
    public void keep() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw Failures.of("keeping rows", e);
        }
    }

    @Override
    public void cancel() {
        isCancelled = true;
        RunningStatement current = running;
        if (current != null) {
            current.cancel();
        }
    }

    @Override
    public void close() {
        RunningStatement current = running;
        if (current == null) {
            release();
        } else {
            current.whenEnded(this::release);
        }
    }

    private void release() {
        try {
            for (LocalBlob blob : held) {
                blob.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete a file that was fetched", e);
        } finally {
            scans.remove(scanned);
            Sql.close(connection);
        }
    }

    private RunningStatement start(Duration limit) {
        try {
            running = new RunningStatement(connection.createStatement(), limit, stopWatch, workers);
            if (isCancelled) {
                running.cancel();
                running.check();
            }
            return running;
        } catch (SQLException e) {
            throw Failures.of("starting a query", e);
        }
    }

    private void insert(String relation, Schema schema, List<List<Object>> rows) throws SQLException {
        int columns = schema.columns().size();
        String names = IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        String places = "?" + ", ?".repeat(columns - 1);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + relation + " (" + names + ") VALUES (" + places + ")")) {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.execute();
            }
        }
    }

    private static String declarations(Schema schema) {
        return IntStream.range(0, schema.columns().size())
                        .mapToObj(i -> "c" + i + " "
                                + DuckDbTypes.sqlType(schema.columns().get(i).type()))
                        .collect(Collectors.joining(", "))
                + ", x_extent UUID, x_tags VARCHAR, x_ingested BIGINT, x_cursor BIGINT";
    }

    private List<List<String>> texts(String sql) {
        RunningStatement next = start(PRELIMINARY_LIMIT);
        try (next;
                ResultSet answer = next.run(statement -> statement.executeQuery(sql))) {
            List<List<String>> rows = new ArrayList<>();
            while (answer.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    row.add(answer.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw next.failure(e);
        }
    }
}
