package io.adxflow.emulator.store;

import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The state of a table at one moment: the union of its extents.
 *
 * @param id stays when the table is renamed, new with every table that is made
 * @param isHidden not listed and not matched by wildcards
 * @param policies table policies by name, JSON texts
 * @param mappings ingestion mappings, JSON texts
 * @param columnDocs the words about columns, by name
 */
public record Table(
        UUID id,
        String name,
        Schema schema,
        String folder,
        String docString,
        boolean isHidden,
        Map<String, String> policies,
        Map<MappingName, String> mappings,
        List<Extent> extents,
        Map<String, String> columnDocs) {
    public Table {
        policies = Map.copyOf(policies);
        mappings = Map.copyOf(mappings);
        extents = List.copyOf(extents);
        columnDocs = Map.copyOf(columnDocs);
    }

    public static Table empty(String name, Schema schema) {
        return new Table(UUID.randomUUID(), name, schema, "", "", false, Map.of(), Map.of(), List.of(), Map.of());
    }

    public Optional<Extent> extent(UUID extent) {
        return extents.stream().filter(one -> one.id().equals(extent)).findFirst();
    }

    /** Whether rows get a cursor value and an ingestion time when they come in: unless its policy says no. */
    public boolean isTimed() {
        String policy = policies.get("ingestiontime");
        return policy == null
                || !policy.replaceAll("\\s", "").toLowerCase(Locale.ROOT).contains("\"isenabled\":false");
    }

    public long rows() {
        return extents.stream().mapToLong(extent -> extent.segment().rows()).sum();
    }

    public Table renamed(String next) {
        return new Table(id, next, schema, folder, docString, isHidden, policies, mappings, extents, columnDocs);
    }

    public Table withSchema(Schema next) {
        return new Table(id, name, next, folder, docString, isHidden, policies, mappings, extents, columnDocs);
    }

    public Table described(String nextFolder, String nextDocString) {
        return new Table(
                id, name, schema, nextFolder, nextDocString, isHidden, policies, mappings, extents, columnDocs);
    }

    public Table hidden(boolean next) {
        return new Table(id, name, schema, folder, docString, next, policies, mappings, extents, columnDocs);
    }

    public Table withPolicies(Map<String, String> next) {
        return new Table(id, name, schema, folder, docString, isHidden, next, mappings, extents, columnDocs);
    }

    public Table withMappings(Map<MappingName, String> next) {
        return new Table(id, name, schema, folder, docString, isHidden, policies, next, extents, columnDocs);
    }

    public Table withExtents(List<Extent> next) {
        return new Table(id, name, schema, folder, docString, isHidden, policies, mappings, next, columnDocs);
    }

    public Table withColumnDocs(Map<String, String> next) {
        return new Table(id, name, schema, folder, docString, isHidden, policies, mappings, extents, next);
    }

    public Table plus(Collection<Extent> more) {
        List<Extent> next = new ArrayList<>(extents);
        next.addAll(more);
        return withExtents(next);
    }

    public Table minus(Set<UUID> gone) {
        return withExtents(
                extents.stream().filter(extent -> !gone.contains(extent.id())).toList());
    }
}
