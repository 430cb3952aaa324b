package io.adxflow.emulator.duckdb;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a table as SQL: the union of its segments, each with its extent's hidden columns as constants. DuckDB drops a
 * constant that a query does not read, and a whole segment when a filter on a constant excludes it.
 */
final class Relations {
    private Relations() {}

    static String segmentName(long number) {
        return "\"data\".\"x_" + number + "\"";
    }

    static String of(Table table) {
        return of(table, "", "");
    }

    /** With the number of each row in its extent. */
    static String numbered(Table table) {
        return of(table, ", NULL::BIGINT AS x_row", ", rowid AS x_row");
    }

    private static String of(Table table, String noRow, String row) {
        if (table.extents().isEmpty()) {
            return "(SELECT " + columns(table.schema(), new Schema(List.of())) + hidden("NULL::UUID", "NULL", "NULL")
                    + noRow + " WHERE false)";
        }
        return table.extents().stream()
                .map(extent -> ofExtent(table.schema(), extent, row))
                .collect(Collectors.joining(" UNION ALL ", "(", ")"));
    }

    private static String ofExtent(Schema schema, Extent extent, String row) {
        Segment segment = extent.segment();
        String time = extent.ingested().isPresent()
                ? Long.toString(extent.ingested().getAsLong())
                : segment.isTimed() ? "x_time" : "NULL";
        return "SELECT " + columns(schema, segment.schema())
                + hidden("'" + extent.id() + "'::UUID", text(Json.write(extent.tags())), time) + row + " FROM "
                + segmentName(segment.number());
    }

    private static String columns(Schema wanted, Schema stored) {
        return IntStream.range(0, wanted.columns().size())
                .mapToObj(i -> column(wanted.columns().get(i), stored) + " AS c" + i)
                .collect(Collectors.joining(", "));
    }

    private static String column(Column wanted, Schema stored) {
        int position = stored.columns().indexOf(wanted);
        return position < 0 ? DuckDbTypes.absent(wanted.type()) : "c" + position;
    }

    private static String hidden(String id, String tags, String time) {
        return ", " + id + " AS x_extent, " + tags + "::VARCHAR AS x_tags, " + time + "::BIGINT AS x_ingested, " + time
                + "::BIGINT AS x_cursor";
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
