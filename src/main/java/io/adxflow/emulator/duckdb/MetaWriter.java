package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** Writes the difference of two states of a database, in the transaction of its connection. */
final class MetaWriter {
    private final DuckDBConnection connection;
    private final Segments segments;

    MetaWriter(DuckDBConnection connection, Segments segments) {
        this.connection = connection;
        this.segments = segments;
    }

    void write(Database before, Database after) throws SQLException {
        if (before.cursor() != after.cursor()
                || !before.policies().equals(after.policies())
                || !before.entities().equals(after.entities())) {
            delete("meta.databases", "name", before.name());
            insert("meta.databases", MetaTables.row(after));
        }
        Map<UUID, Table> old = byId(before);
        for (Table table : after.tables().values()) {
            Table was = old.remove(table.id());
            if (was != table) {
                writeTable(after.name(), was, table);
            }
        }
        for (Table gone : old.values()) {
            delete("meta.tables", "id", gone.id());
            delete("meta.extents", "table_id", gone.id());
        }
        dropSegments(before, after);
    }

    void create(Database database) throws SQLException {
        insert("meta.databases", MetaTables.row(database));
    }

    private void writeTable(String database, Table was, Table table) throws SQLException {
        if (was == null || !was.withExtents(List.of()).equals(table.withExtents(List.of()))) {
            delete("meta.tables", "id", table.id());
            insert("meta.tables", MetaTables.row(database, table));
        }
        Set<Extent> old = was == null ? Set.of() : new HashSet<>(was.extents());
        Set<Extent> now = new HashSet<>(table.extents());
        for (Extent extent : old) {
            if (!now.contains(extent)) {
                delete("meta.extents", "id", extent.id());
            }
        }
        for (Extent extent : table.extents()) {
            if (!old.contains(extent)) {
                insert("meta.extents", MetaTables.row(table, extent));
            }
        }
    }

    private void dropSegments(Database before, Database after) throws SQLException {
        List<Long> gone = new ArrayList<>(segments(before));
        gone.removeAll(segments(after));
        for (long number : gone) {
            segments.drop(connection, number);
        }
    }

    private static Map<UUID, Table> byId(Database database) {
        Map<UUID, Table> tables = new HashMap<>();
        database.tables().values().forEach(table -> tables.put(table.id(), table));
        return tables;
    }

    static Set<Long> segments(Database database) {
        return database.tables().values().stream()
                .flatMap(table -> table.extents().stream())
                .map(extent -> extent.segment().number())
                .collect(Collectors.toSet());
    }

    private void delete(String table, String column, Object value) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM " + table + " WHERE " + column + " = ?")) {
            statement.setObject(1, value);
            statement.execute();
        }
    }

    private void insert(String table, Object[] row) throws SQLException {
        String places = "?" + ", ?".repeat(row.length - 1);
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
            statement.execute();
        }
    }
}
