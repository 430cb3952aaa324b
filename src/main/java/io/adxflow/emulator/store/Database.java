package io.adxflow.emulator.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The state of a database at one moment.
 *
 * @param cursor grows with every ingestion; decodes as the ticks of that moment
 * @param policies database policies by name, JSON texts
 */
public record Database(
        String name,
        long cursor,
        SortedMap<String, Table> tables,
        Map<String, String> policies,
        Entities entities,
        History history) {
    public Database {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        policies = Map.copyOf(policies);
    }

    public static Database empty(String name) {
        return new Database(name, 0, new TreeMap<>(), Map.of(), Entities.NONE, History.NONE);
    }

    public Optional<Table> table(String table) {
        return Optional.ofNullable(tables.get(table));
    }

    /** The table that holds an extent. */
    public Optional<Table> holderOf(UUID extent) {
        return tables.values().stream()
                .filter(table -> table.extent(extent).isPresent())
                .findFirst();
    }

    /** With this table, in place of the one of the same name. */
    public Database with(Table table) {
        SortedMap<String, Table> next = new TreeMap<>(tables);
        next.put(table.name(), table);
        return new Database(name, cursor, next, policies, entities, history);
    }

    public Database without(List<String> names) {
        SortedMap<String, Table> next = new TreeMap<>(tables);
        next.keySet().removeAll(names);
        return new Database(name, cursor, next, policies, entities, history);
    }

    public Database withTables(Iterable<Table> all) {
        SortedMap<String, Table> next = new TreeMap<>();
        all.forEach(table -> next.put(table.name(), table));
        return new Database(name, cursor, next, policies, entities, history);
    }

    public Database withPolicies(Map<String, String> next) {
        return new Database(name, cursor, tables, next, entities, history);
    }

    public Database withEntities(Entities next) {
        return new Database(name, cursor, tables, policies, next, history);
    }

    public Database withHistory(History next) {
        return new Database(name, cursor, tables, policies, entities, next);
    }

    /** With the cursor value that an ingestion at this time gets: later than all before. */
    public Database ingestingAt(long now) {
        return new Database(name, Math.max(cursor + 1, now), tables, policies, entities, history);
    }
}
