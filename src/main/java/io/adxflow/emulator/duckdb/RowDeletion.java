package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.Deletion;
import io.adxflow.emulator.store.Deletion.Shrunk;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duckdb.DuckDBConnection;

/** Writes what is left of the extents of a table when some of their rows are left out. */
final class RowDeletion {
    private static final String CHOSEN = "\"chosen_rows\"";

    private final DuckDBConnection connection;
    private final Segments segments;
    private final Table table;

    RowDeletion(DuckDBConnection connection, Segments segments, Table table) {
        this.connection = connection;
        this.segments = segments;
        this.table = table;
    }

    Deletion deleting(String sql, Statement statement) throws SQLException {
        statement.execute("CREATE OR REPLACE TEMP TABLE " + CHOSEN + " AS SELECT DISTINCT extent, number FROM (" + sql
                + ") AS r(extent, number)");
        Map<Optional<UUID>, Long> counts = counts(statement);
        List<Shrunk> shrunk = new ArrayList<>();
        for (Extent extent : table.extents()) {
            Long deleted = counts.remove(Optional.of(extent.id()));
            if (deleted != null) {
                shrunk.add(new Shrunk(extent, deleted, kept(extent, deleted)));
            }
        }
        return new Deletion(
                shrunk, counts.values().stream().mapToLong(Long::longValue).sum());
    }

    private Map<Optional<UUID>, Long> counts(Statement statement) throws SQLException {
        Map<Optional<UUID>, Long> counts = new LinkedHashMap<>();
        try (ResultSet row =
                statement.executeQuery("SELECT CASE WHEN number IS NULL THEN NULL ELSE extent END AS e, count(*) FROM "
                        + CHOSEN + " GROUP BY e")) {
            while (row.next()) {
                counts.put(Optional.ofNullable((UUID) row.getObject(1)), row.getLong(2));
            }
        }
        return counts;
    }

    private Optional<Segment> kept(Extent extent, long deleted) throws SQLException {
        Segment segment = extent.segment();
        if (deleted == segment.rows()) {
            return Optional.empty();
        }
        String numbers = "SELECT number FROM " + CHOSEN + " WHERE extent = '" + extent.id() + "'::UUID";
        return Optional.of(segments.without(connection, segment, numbers));
    }
}
