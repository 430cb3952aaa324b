package io.adxflow.emulator.duckdb;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.ContinuousExport;
import io.adxflow.emulator.store.DatabaseFunction;
import io.adxflow.emulator.store.Entities;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.MaterializedView.Definition;
import io.adxflow.emulator.store.Role;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Scope;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.StoredResult;
import io.adxflow.kql.language.StoredFunction;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What a database has beside its tables, as one JSON text. */
final class MetaEntities {
    private MetaEntities() {}

    static String write(Entities entities) {
        return Json.write(Map.of(
                "functions",
                entities.functions().values().stream().map(MetaEntities::row).toList(),
                "views",
                entities.views().values().stream().map(MetaEntities::row).toList(),
                "roles",
                entities.roles().stream().map(MetaEntities::row).toList(),
                "results",
                entities.results().stream().map(MetaEntities::row).toList(),
                "externals",
                entities.externals().values().stream().map(MetaExternal::row).toList(),
                "exports",
                entities.exports().values().stream().map(MetaExport::row).toList(),
                "prettyName",
                entities.prettyName()));
    }

    static Entities read(String text) {
        Map<?, ?> all = (Map<?, ?>) Json.read(text);
        SortedMap<String, DatabaseFunction> functions = new TreeMap<>();
        rows(all, "functions").map(MetaEntities::function).forEach(one -> functions.put(one.name(), one));
        SortedMap<String, MaterializedView> views = new TreeMap<>();
        rows(all, "views").map(MetaEntities::view).forEach(one -> views.put(one.name(), one));
        SortedMap<String, ExternalTable> externals = new TreeMap<>();
        rows(all, "externals").map(MetaExternal::table).forEach(one -> externals.put(one.name(), one));
        SortedMap<String, ContinuousExport> exports = new TreeMap<>();
        rows(all, "exports").map(MetaExport::export).forEach(one -> exports.put(one.name(), one));
        return new Entities(
                functions,
                views,
                rows(all, "roles").map(MetaEntities::role).toList(),
                rows(all, "results").map(MetaEntities::result).toList(),
                externals,
                exports,
                all.get("prettyName") instanceof String name ? name : "");
    }

    private static Stream<List<?>> rows(Map<?, ?> all, String kind) {
        return all.get(kind) instanceof List<?> rows ? rows.stream().map(row -> (List<?>) row) : Stream.empty();
    }

    private static List<Object> row(DatabaseFunction one) {
        StoredFunction function = one.function();
        return List.of(
                function.name(), function.parameters(), function.body(), one.folder(), one.docString(), one.isView());
    }

    private static DatabaseFunction function(List<?> row) {
        StoredFunction function = new StoredFunction(text(row, 0), text(row, 1), text(row, 2));
        return new DatabaseFunction(function, text(row, 3), text(row, 4), row.size() > 5 && (Boolean) row.get(5));
    }

    private static List<Object> row(MaterializedView one) {
        Definition definition = one.definition();
        return List.of(
                one.name(),
                definition.source(),
                definition.query(),
                definition.createdOn(),
                definition.isEnabled(),
                definition.folder(),
                definition.docString(),
                definition.isAutoUpdated(),
                definition.lookback(),
                definition.lookbackColumn(),
                MetaTables.columns(one.seen()),
                one.materializedTo(),
                one.lastRun());
    }

    private static MaterializedView view(List<?> row) {
        Definition definition = new Definition(
                text(row, 1),
                text(row, 2),
                (Long) row.get(3),
                (Boolean) row.get(4),
                text(row, 5),
                text(row, 6),
                (Boolean) row.get(7),
                text(row, 8),
                text(row, 9));
        return new MaterializedView(
                text(row, 0), definition, MetaTables.columns(text(row, 10)), (Long) row.get(11), (Long) row.get(12));
    }

    private static List<Object> row(RoleAssignment one) {
        return List.of(one.scope().kind().name(), one.scope().key(), one.role().name(), one.principal(), one.notes());
    }

    private static RoleAssignment role(List<?> row) {
        return new RoleAssignment(
                new Scope(Scope.Kind.valueOf(text(row, 0)), text(row, 1)),
                Role.valueOf(text(row, 2)),
                text(row, 3),
                text(row, 4));
    }

    private static List<Object> row(StoredResult one) {
        Segment segment = one.segment();
        return List.of(
                one.id().toString(),
                one.name(),
                one.principal(),
                one.createdOn(),
                one.expiresOn(),
                segment.number(),
                MetaTables.columns(segment.schema()),
                segment.rows(),
                segment.bytes());
    }

    private static StoredResult result(List<?> row) {
        Segment segment = new Segment(
                (Long) row.get(5), MetaTables.columns(text(row, 6)), (Long) row.get(7), (Long) row.get(8), false);
        return new StoredResult(
                UUID.fromString(text(row, 0)),
                text(row, 1),
                text(row, 2),
                (Long) row.get(3),
                (Long) row.get(4),
                segment);
    }

    private static String text(List<?> row, int column) {
        return (String) row.get(column);
    }
}
