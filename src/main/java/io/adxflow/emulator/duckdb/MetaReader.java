package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
                ResultSet row = statement.executeQuery("SELECT name, cursor, policies, entities FROM meta.databases")) {
            while (row.next()) {
                databases.put(
                        row.getString(1),
                        new Database(
                                row.getString(1),
                                row.getLong(2),
                                new TreeMap<>(),
                                MetaTables.policies(row.getString(3)),
                                MetaEntities.read(row.getString(4))));
            }
        }
        tables(extents, databases);
        return databases;
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
                databases.computeIfPresent(row.getString(2), (name, database) -> database.with(table));
            }
        }
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
