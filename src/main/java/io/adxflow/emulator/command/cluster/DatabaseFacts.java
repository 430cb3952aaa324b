package io.adxflow.emulator.command.cluster;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Scope;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the several lists of databases tell of each, by the names of their columns. All that is stored is hot. */
final class DatabaseFacts {
    private DatabaseFacts() {}

    static Map<String, Object> of(CommandContext context, Database database) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("DatabaseName", database.name());
        facts.put("PrettyName", database.entities().prettyName());
        facts.put("Version", database.history().version());
        facts.put("IsCurrent", database.name().equalsIgnoreCase(context.databaseName()));
        facts.put("DatabaseAccessMode", "ReadWrite");
        facts.put("DatabaseId", UUID.nameUUIDFromBytes(database.name().getBytes(StandardCharsets.UTF_8)));
        facts.put(
                "CurrentUserIsUnrestrictedViewer",
                context.access().allows(Right.READ_RESTRICTED, database, Scope.DATABASE));
        facts.put("AuthorizedPrincipals", principals(database));
        putPolicies(facts, database);
        putSizes(facts, database);
        return facts;
    }

    private static String principals(Database database) {
        return Json.write(database.entities().roles().stream()
                .filter(role -> role.scope().equals(Scope.DATABASE))
                .map(RoleAssignment::principal)
                .toList());
    }

    private static void putPolicies(Map<String, Object> facts, Database database) {
        Map<String, PolicyKind> shown = Map.of(
                "RetentionPolicy", PolicyKind.RETENTION,
                "MergePolicy", PolicyKind.MERGE,
                "CachingPolicy", PolicyKind.CACHING,
                "ShardingPolicy", PolicyKind.SHARDING,
                "StreamingIngestionPolicy", PolicyKind.STREAMING_INGESTION,
                "IngestionBatchingPolicy", PolicyKind.INGESTION_BATCHING);
        shown.forEach((column, kind) -> facts.put(column, database.policies().getOrDefault(kind.keyword(), "null")));
    }

    private static void putSizes(Map<String, Object> facts, Database database) {
        List<Extent> extents = database.tables().values().stream()
                .flatMap(table -> table.extents().stream())
                .toList();
        double bytes =
                extents.stream().mapToLong(extent -> extent.segment().bytes()).sum();
        long rows =
                extents.stream().mapToLong(extent -> extent.segment().rows()).sum();
        for (String prefix : List.of("", "Hot")) {
            facts.put(prefix + "OriginalSize", bytes);
            facts.put(prefix + "ExtentSize", bytes);
            facts.put(prefix + "CompressedSize", bytes);
            facts.put(prefix + "IndexSize", 0.0);
            facts.put(prefix + "RowCount", rows);
        }
        facts.put("TotalSize", bytes);
        facts.put("TotalExtents", (long) extents.size());
        facts.put("HotExtents", (long) extents.size());
        facts.put("NumberOfTables", (int) database.tables().values().stream()
                .filter(table -> !table.isHidden())
                .count());
        facts.put("NumberOfExternalTables", database.entities().externals().size());
        facts.put("NumberOfMaterializedViews", database.entities().views().size());
    }
}
