package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.DroppedTable;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.History;
import io.adxflow.emulator.store.JournalEntry;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.StoredResult;
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
import java.util.stream.Stream;
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
                || !before.entities().equals(after.entities())
                || before.history().changes() != after.history().changes()) {
            delete("meta.databases", "name", before.name());
            insert("meta.databases", MetaTables.row(after));
        }
        Map<UUID, Table> old = byId(before);
        for (Table table : byId(after).values()) {
            Table was = old.remove(table.id());
            if (was != table) {
                writeTable(after.name(), was, table);
            }
        }
        for (Table gone : old.values()) {
            delete("meta.tables", "id", gone.id());
            delete("meta.extents", "table_id", gone.id());
        }
        writeHistory(before, after);
        dropSegments(before, after);
    }

    /** Each entry has the number of its version, so that the oldest can be forgotten. */
    private void writeHistory(Database before, Database after) throws SQLException {
        History now = after.history();
        if (before.history() == now) {
            return;
        }
        for (JournalEntry entry : now.journal()) {
            if (entry.version() > before.history().changes()) {
                insert("meta.journal", after.name(), entry.version(), MetaHistory.write(entry));
            }
        }
        long oldest = now.journal().isEmpty() ? 0 : now.journal().get(0).version();
        execute("DELETE FROM meta.journal WHERE database = ? AND number < ?", after.name(), oldest);
        if (!before.history().dropped().equals(now.dropped())) {
            delete("meta.dropped", "database", after.name());
            for (DroppedTable dropped : now.dropped()) {
                insert("meta.dropped", after.name(), dropped.table().id(), dropped.version(), dropped.droppedOn());
            }
        }
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
        tables(database).forEach(table -> tables.put(table.id(), table));
        return tables;
    }

    /** Those that can be brought back included. */
    private static Stream<Table> tables(Database database) {
        return Stream.concat(
                database.tables().values().stream(),
                database.history().dropped().stream().map(DroppedTable::table));
    }

    static Set<Long> segments(Database database) {
        Stream<Segment> ofTables =
                tables(database).flatMap(table -> table.extents().stream()).map(Extent::segment);
        Stream<Segment> ofResults = database.entities().results().stream().map(StoredResult::segment);
        return Stream.concat(ofTables, ofResults).map(Segment::number).collect(Collectors.toSet());
    }

    private void delete(String table, String column, Object value) throws SQLException {
        execute("DELETE FROM " + table + " WHERE " + column + " = ?", value);
    }

    private void insert(String table, Object... row) throws SQLException {
        String places = "?" + ", ?".repeat(row.length - 1);
        execute("INSERT INTO " + table + " VALUES (" + places + ")", row);
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
