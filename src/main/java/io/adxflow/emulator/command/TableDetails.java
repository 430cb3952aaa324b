package io.adxflow.emulator.command;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.OptionalLong;

/** The answer of {@code .show table details}. */
final class TableDetails {
    static final Schema SCHEMA =
            AnswerSchema.of("TableName string, DatabaseName string, Folder string, DocString string, TotalExtents"
                + " long, TotalExtentSize real, TotalOriginalSize real, TotalRowCount long, HotExtents long,"
                + " HotExtentSize real, HotOriginalSize real, HotRowCount long, AuthorizedPrincipals string,"
                + " RetentionPolicy string, CachingPolicy string, ShardingPolicy string, MergePolicy string,"
                + " StreamingIngestionPolicy string, IngestionBatchingPolicy string, MinExtentsCreationTime datetime,"
                + " MaxExtentsCreationTime datetime, RowOrderPolicy string, TableId guid");

    private TableDetails() {}

    static CommandResult of(Database database, List<Table> tables) {
        return CommandResult.of(
                SCHEMA, tables.stream().map(table -> row(database, table)).toList());
    }

    private static List<Object> row(Database database, Table table) {
        long extents = table.extents().size();
        double bytes = table.extents().stream()
                .mapToLong(extent -> extent.segment().bytes())
                .sum();
        OptionalLong oldest =
                table.extents().stream().mapToLong(Extent::minCreatedOn).min();
        OptionalLong newest =
                table.extents().stream().mapToLong(Extent::maxCreatedOn).max();
        return CommandResult.row(
                table.name(),
                database.name(),
                table.folder(),
                table.docString(),
                extents,
                bytes,
                bytes,
                table.rows(),
                extents,
                bytes,
                bytes,
                table.rows(),
                "[]",
                policy(database, table, PolicyKind.RETENTION),
                policy(database, table, PolicyKind.CACHING),
                policy(database, table, PolicyKind.SHARDING),
                policy(database, table, PolicyKind.MERGE),
                policy(database, table, PolicyKind.STREAMING_INGESTION),
                policy(database, table, PolicyKind.INGESTION_BATCHING),
                oldest.isPresent() ? (Object) oldest.getAsLong() : null,
                newest.isPresent() ? (Object) newest.getAsLong() : null,
                policy(database, table, PolicyKind.ROW_ORDER),
                table.id());
    }

    private static String policy(Database database, Table table, PolicyKind kind) {
        return table.policies().getOrDefault(kind.keyword(), database.policies().getOrDefault(kind.keyword(), "null"));
    }
}
