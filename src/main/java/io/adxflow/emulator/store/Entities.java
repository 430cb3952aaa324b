package io.adxflow.emulator.store;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a database has beside its tables. */
public record Entities(
        SortedMap<String, DatabaseFunction> functions,
        SortedMap<String, MaterializedView> views,
        List<RoleAssignment> roles) {
    public static final Entities NONE = new Entities(new TreeMap<>(), new TreeMap<>(), List.of());

    public Entities {
        functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
        views = Collections.unmodifiableSortedMap(new TreeMap<>(views));
        roles = List.copyOf(roles);
    }

    /** With this function, in place of the one of the same name. */
    public Entities with(DatabaseFunction function) {
        SortedMap<String, DatabaseFunction> next = new TreeMap<>(functions);
        next.put(function.name(), function);
        return new Entities(next, views, roles);
    }

    public Entities withoutFunctions(List<String> names) {
        SortedMap<String, DatabaseFunction> next = new TreeMap<>(functions);
        next.keySet().removeAll(names);
        return new Entities(next, views, roles);
    }

    /** With this view, in place of the one of the same name. */
    public Entities with(MaterializedView view) {
        SortedMap<String, MaterializedView> next = new TreeMap<>(views);
        next.put(view.name(), view);
        return new Entities(functions, next, roles);
    }

    public Entities withoutView(String name) {
        SortedMap<String, MaterializedView> next = new TreeMap<>(views);
        next.remove(name);
        return new Entities(functions, next, roles);
    }

    public Entities withRoles(List<RoleAssignment> next) {
        return new Entities(functions, views, next);
    }
}
