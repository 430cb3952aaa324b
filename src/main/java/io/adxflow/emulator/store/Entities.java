package io.adxflow.emulator.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a database has beside its tables.
 *
 * @param prettyName the name of the database for people; may be empty
 */
public record Entities(
        SortedMap<String, DatabaseFunction> functions,
        SortedMap<String, MaterializedView> views,
        List<RoleAssignment> roles,
        List<StoredResult> results,
        SortedMap<String, ExternalTable> externals,
        SortedMap<String, ContinuousExport> exports,
        String prettyName) {
    public static final Entities NONE =
            new Entities(new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), new TreeMap<>(), new TreeMap<>(), "");

    public Entities {
        functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
        views = Collections.unmodifiableSortedMap(new TreeMap<>(views));
        roles = List.copyOf(roles);
        results = List.copyOf(results);
        externals = Collections.unmodifiableSortedMap(new TreeMap<>(externals));
        exports = Collections.unmodifiableSortedMap(new TreeMap<>(exports));
    }

    /** With this function, in place of the one of the same name. */
    public Entities with(DatabaseFunction function) {
        SortedMap<String, DatabaseFunction> next = new TreeMap<>(functions);
        next.put(function.name(), function);
        return new Entities(next, views, roles, results, externals, exports, prettyName);
    }

    public Entities withoutFunctions(List<String> names) {
        SortedMap<String, DatabaseFunction> next = new TreeMap<>(functions);
        next.keySet().removeAll(names);
        return new Entities(next, views, roles, results, externals, exports, prettyName);
    }

    /** With this view, in place of the one of the same name. */
    public Entities with(MaterializedView view) {
        SortedMap<String, MaterializedView> next = new TreeMap<>(views);
        next.put(view.name(), view);
        return new Entities(functions, next, roles, results, externals, exports, prettyName);
    }

    public Entities withoutView(String name) {
        SortedMap<String, MaterializedView> next = new TreeMap<>(views);
        next.remove(name);
        return new Entities(functions, next, roles, results, externals, exports, prettyName);
    }

    public Entities withRoles(List<RoleAssignment> next) {
        return new Entities(functions, views, next, results, externals, exports, prettyName);
    }

    /** The result that a principal has under a name. */
    public Optional<StoredResult> result(String name, String principal) {
        return results.stream().filter(one -> one.isNamed(name, principal)).findFirst();
    }

    /** With this result, in place of the one of the same name and principal. */
    public Entities with(StoredResult result) {
        List<StoredResult> next = new ArrayList<>(results);
        next.removeIf(one -> one.isNamed(result.name(), result.principal()));
        next.add(result);
        return withResults(next);
    }

    public Entities withResults(List<StoredResult> next) {
        return new Entities(functions, views, roles, next, externals, exports, prettyName);
    }

    /** With this external table, in place of the one of the same name. */
    public Entities with(ExternalTable table) {
        SortedMap<String, ExternalTable> next = new TreeMap<>(externals);
        next.put(table.name(), table);
        return new Entities(functions, views, roles, results, next, exports, prettyName);
    }

    public Entities withoutExternal(String name) {
        SortedMap<String, ExternalTable> next = new TreeMap<>(externals);
        next.remove(name);
        return new Entities(functions, views, roles, results, next, exports, prettyName);
    }

    /** With this export, in place of the one of the same name. */
    public Entities with(ContinuousExport export) {
        SortedMap<String, ContinuousExport> next = new TreeMap<>(exports);
        next.put(export.name(), export);
        return new Entities(functions, views, roles, results, externals, next, prettyName);
    }

    public Entities withoutExport(String name) {
        SortedMap<String, ContinuousExport> next = new TreeMap<>(exports);
        next.remove(name);
        return new Entities(functions, views, roles, results, externals, next, prettyName);
    }

    /** With a name for people. */
    public Entities named(String next) {
        return new Entities(functions, views, roles, results, externals, exports, next);
    }
}
