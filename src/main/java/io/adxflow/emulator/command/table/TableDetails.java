package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** The answer of {@code .show table details}. */
public final class TableDetails {
    static final Schema SCHEMA =
            AnswerSchema.of("TableName string, DatabaseName string, Folder string, DocString string, TotalExtents"
                    + " long, TotalExtentSize real, TotalOriginalSize real, TotalRowCount long, HotExtents long,"
                    + " HotExtentSize real, HotOriginalSize real, HotRowCount long, AuthorizedPrincipals string,"
                    + " RetentionPolicy string, CachingPolicy string, ShardingPolicy string, MergePolicy string,"
                    + " StreamingIngestionPolicy string, IngestionBatchingPolicy string, MinExtentsCreationTime datetime,"
                    + " MaxExtentsCreationTime datetime, RowOrderPolicy string, TableId guid");

    /** <a href="https://learn.microsoft.com/kusto/management/sharding-policy">What holds</a> where nobody has set another. */
    private static final String SHARDING = "{\"ShardEngineMaxRowCount\":1048576,\"ShardEngineMaxExtentSizeInMb\":8192,"
            + "\"ShardEngineMaxOriginalSizeInMb\":3072,\"UseShardEngine\":true}";

    private static final List<PolicyKind> POLICIES = List.of(
            PolicyKind.RETENTION,
            PolicyKind.CACHING,
            PolicyKind.SHARDING,
            PolicyKind.MERGE,
            PolicyKind.STREAMING_INGESTION,
            PolicyKind.INGESTION_BATCHING);

    private TableDetails() {}

    public static CommandResult of(Database database, List<Table> tables) {
        return CommandResult.of(
                SCHEMA, tables.stream().map(table -> row(database, table)).toList());
    }

    private static List<Object> row(Database database, Table table) {
        OptionalLong oldest =
                table.extents().stream().mapToLong(Extent::minCreatedOn).min();
        OptionalLong newest =
                table.extents().stream().mapToLong(Extent::maxCreatedOn).max();
        List<Object> row = new ArrayList<>(List.of(table.name(), database.name(), table.folder(), table.docString()));
        row.addAll(totals(table));
        row.addAll(totals(table));
        row.add("[]");
        POLICIES.forEach(kind -> row.add(policy(database, table, kind)));
        row.add(oldest.isPresent() ? (Object) oldest.getAsLong() : null);
        row.add(newest.isPresent() ? (Object) newest.getAsLong() : null);
        row.add(policy(database, table, PolicyKind.ROW_ORDER));
        row.add(table.id());
        return Collections.unmodifiableList(row);
    }

    /** All that is stored is hot. */
    private static List<Object> totals(Table table) {
        double bytes = table.extents().stream()
                .mapToLong(extent -> extent.segment().bytes())
                .sum();
        return List.of((long) table.extents().size(), bytes, bytes, table.rows());
    }

    private static String policy(Database database, Table table, PolicyKind kind) {
        String otherwise = kind == PolicyKind.SHARDING ? SHARDING : "null";
        return table.policies()
                .getOrDefault(kind.keyword(), database.policies().getOrDefault(kind.keyword(), otherwise));
    }
}
