package io.adxflow.emulator.duckdb;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.DatabaseFunction;
import io.adxflow.emulator.store.Entities;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Role;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.kql.language.StoredFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Functions, views and roles of a database as one JSON text. */
final class MetaEntities {
    private MetaEntities() {}

    static String write(Entities entities) {
        return Json.write(Map.of(
                "functions",
                entities.functions().values().stream().map(MetaEntities::row).toList(),
                "views",
                entities.views().values().stream().map(MetaEntities::row).toList(),
                "roles",
                entities.roles().stream().map(MetaEntities::row).toList()));
    }

    static Entities read(String text) {
        Map<?, ?> all = (Map<?, ?>) Json.read(text);
        SortedMap<String, DatabaseFunction> functions = new TreeMap<>();
        rows(all, "functions").map(MetaEntities::function).forEach(one -> functions.put(one.name(), one));
        SortedMap<String, MaterializedView> views = new TreeMap<>();
        rows(all, "views").map(MetaEntities::view).forEach(one -> views.put(one.name(), one));
        return new Entities(
                functions, views, rows(all, "roles").map(MetaEntities::role).toList());
    }

    private static Stream<List<?>> rows(Map<?, ?> all, String kind) {
        return all.get(kind) instanceof List<?> rows ? rows.stream().map(row -> (List<?>) row) : Stream.empty();
    }

    private static List<Object> row(DatabaseFunction one) {
        StoredFunction function = one.function();
        return List.of(function.name(), function.parameters(), function.body(), one.folder(), one.docString());
    }

    private static DatabaseFunction function(List<?> row) {
        StoredFunction function = new StoredFunction(text(row, 0), text(row, 1), text(row, 2));
        return new DatabaseFunction(function, text(row, 3), text(row, 4));
    }

    private static List<Object> row(MaterializedView one) {
        return List.of(
                one.name(),
                one.source(),
                one.query(),
                one.since(),
                one.createdOn(),
                one.isEnabled(),
                one.folder(),
                one.docString());
    }

    private static MaterializedView view(List<?> row) {
        return new MaterializedView(
                text(row, 0),
                text(row, 1),
                text(row, 2),
                (Long) row.get(3),
                (Long) row.get(4),
                (Boolean) row.get(5),
                text(row, 6),
                text(row, 7));
    }

    private static List<Object> row(RoleAssignment one) {
        return Arrays.asList(
                one.table().map(UUID::toString).orElse(null), one.role().name(), one.principal(), one.notes());
    }

    private static RoleAssignment role(List<?> row) {
        return new RoleAssignment(
                Optional.ofNullable((String) row.get(0)).map(UUID::fromString),
                Role.valueOf(text(row, 1)),
                text(row, 2),
                text(row, 3));
    }

    private static String text(List<?> row, int column) {
        return (String) row.get(column);
    }
}
