package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.DroppedTable;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.History;
import io.adxflow.emulator.store.JournalEntry;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Reads the states of all databases from their tables. */
final class MetaReader {
    private final Connection connection;

    MetaReader(Connection connection) {
        this.connection = connection;
    }

    Map<String, Database> databases() throws SQLException {
        Map<UUID, List<Extent>> extents = extents();
        Map<String, Database> databases = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT name, cursor, policies, entities, changes FROM meta.databases")) {
            while (row.next()) {
                databases.put(
                        row.getString(1),
                        new Database(
                                row.getString(1),
                                row.getLong(2),
                                new TreeMap<>(),
                                MetaTables.policies(row.getString(3)),
                                MetaEntities.read(row.getString(4)),
                                new History(row.getLong(5), List.of(), List.of())));
            }
        }
        tables(extents, databases);
        journal(databases);
        return databases;
    }

    private void journal(Map<String, Database> databases) throws SQLException {
        Map<String, List<JournalEntry>> entries = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT database, entry FROM meta.journal ORDER BY database, number, rowid")) {
            while (row.next()) {
                entries.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(MetaHistory.read(row.getString(2)));
            }
        }
        entries.forEach((name, journal) -> databases.computeIfPresent(name, (same, database) -> {
            History history = database.history();
            return database.withHistory(new History(history.changes(), journal, history.dropped()));
        }));
    }

    private Map<UUID, DroppedTable> dropped() throws SQLException {
        Map<UUID, DroppedTable> dropped = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT table_id, version, dropped_on FROM meta.dropped")) {
            while (row.next()) {
                dropped.put(
                        (UUID) row.getObject(1),
                        new DroppedTable(Table.empty("", new Schema(List.of())), row.getString(2), row.getLong(3)));
            }
        }
        return dropped;
    }

    /** The numbers of all segments on disk, those included that no table holds. */
    Set<Long> segments() throws SQLException {
        Set<Long> numbers = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'data'")) {
            while (row.next()) {
                numbers.add(Long.parseLong(row.getString(1).substring("x_".length())));
            }
        }
        return numbers;
    }

    private void tables(Map<UUID, List<Extent>> extents, Map<String, Database> databases) throws SQLException {
        Map<UUID, DroppedTable> dropped = dropped();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id, database, name, columns, folder, docstring, hidden, policies, mappings, column_docs FROM"
                                + " meta.tables")) {
            while (row.next()) {
                UUID id = (UUID) row.getObject(1);
                Table table = new Table(
                        id,
                        row.getString(3),
                        MetaTables.columns(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7),
                        MetaTables.policies(row.getString(8)),
                        MetaTables.mappings(row.getString(9)),
                        extents.getOrDefault(id, List.of()),
                        MetaTables.policies(row.getString(10)));
                databases.computeIfPresent(
                        row.getString(2),
                        (name, database) -> with(database, table, Optional.ofNullable(dropped.get(id))));
            }
        }
    }

    private static Database with(Database database, Table table, Optional<DroppedTable> drop) {
        return drop.map(one -> database.withHistory(
                        database.history().plus(new DroppedTable(table, one.version(), one.droppedOn()))))
                .orElseGet(() -> database.with(table));
    }

    private Map<UUID, List<Extent>> extents() throws SQLException {
        Map<UUID, List<Extent>> extents = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        SELECT id, table_id, segment, columns, rows, bytes, timed, tags, min_created, max_created, ingested
                        FROM meta.extents ORDER BY segment""")) {
            while (row.next()) {
                extents.computeIfAbsent((UUID) row.getObject(2), id -> new ArrayList<>())
                        .add(extent(row));
            }
        }
        return extents;
    }

    private static Extent extent(ResultSet row) throws SQLException {
        Segment segment = new Segment(
                row.getLong(3),
                MetaTables.columns(row.getString(4)),
                row.getLong(5),
                row.getLong(6),
                row.getBoolean(7));
        Long ingested = (Long) row.getObject(11);
        return new Extent(
                (UUID) row.getObject(1),
                segment,
                MetaTables.tags(row.getString(8)),
                row.getLong(9),
                row.getLong(10),
                ingested == null ? OptionalLong.empty() : OptionalLong.of(ingested));
    }
}
