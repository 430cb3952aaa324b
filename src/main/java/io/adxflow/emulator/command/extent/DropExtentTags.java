package io.adxflow.emulator.command.extent;

import static io.adxflow.emulator.command.language.CommandProblem.MISSING_RESULT_COLUMN;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.KqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

// .drop [async] table T extent tags [with (…)] <| QUERY
// .drop [async] extent tags [with (…)] <| QUERY
/**
 * Takes off the tags that a query names, extent by extent. Columns other than ExtentId and Tags do not matter. Without a table,
 * which is the form of older clients, the extents are those of any table.
 */
record DropExtentTags(Optional<TableName> table, Properties properties, QueryText query) implements Command {
    static Command read(CommandReader reader, Optional<TableName> table) {
        Properties properties = Properties.read(reader);
        reader.expectSymbol("<|");
        return new DropExtentTags(table, properties, reader.rest());
    }

    @Override
    public void authorize(CommandContext context) {
        table.ifPresent(named -> Command.require(Right.ADMINISTER, context, named));
    }

    @Override
    public CommandResult run(CommandContext context) {
        Map<UUID, Set<String>> unwanted = unwanted(context);
        CreationRange range = CreationRange.of(properties);
        return context.change(database -> changed(database, unwanted, range));
    }

    private Map<UUID, Set<String>> unwanted(CommandContext context) {
        Map<UUID, Set<String>> unwanted = new LinkedHashMap<>();
        try (Snapshot snapshot = context.open()) {
            CompiledResult compiled = Queries.compile(context, snapshot, query);
            int id = column(compiled, "ExtentId");
            int tags = column(compiled, "Tags");
            boolean isDynamic = compiled.schema().columns().get(tags).type() == KqlType.DYNAMIC;
            for (List<Object> row : Queries.rows(context, snapshot, compiled)) {
                List<String> named = isDynamic ? list((String) row.get(tags)) : List.of((String) row.get(tags));
                Selection.id(row.get(id), query)
                        .ifPresent(extent -> unwanted.computeIfAbsent(extent, any -> new LinkedHashSet<>())
                                .addAll(named));
            }
        }
        return unwanted;
    }

    private Changed<CommandResult> changed(Database database, Map<UUID, Set<String>> unwanted, CreationRange range) {
        List<List<Object>> rows = new ArrayList<>();
        Database next = database;
        for (Table holder : holders(database)) {
            next = next.with(untagged(holder, unwanted, range, rows));
        }
        return new Changed<>(next, AlterExtentTags.answer(rows));
    }

    private List<Table> holders(Database database) {
        return table.map(named -> List.of(named.in(database)))
                .orElseGet(() -> List.copyOf(database.tables().values()));
    }

    private static Table untagged(
            Table holder, Map<UUID, Set<String>> unwanted, CreationRange range, List<List<Object>> rows) {
        List<Extent> tagged = new ArrayList<>();
        Set<UUID> gone = new LinkedHashSet<>();
        for (Extent extent : holder.extents()) {
            Set<String> tags = unwanted.getOrDefault(extent.id(), Set.of());
            if (range.contains(extent) && extent.tags().stream().anyMatch(tags::contains)) {
                Extent next = extent.tagged(extent.tags().stream()
                        .filter(tag -> !tags.contains(tag))
                        .toList());
                gone.add(extent.id());
                tagged.add(next);
                rows.add(AlterExtentTags.row(extent, next));
            }
        }
        return gone.isEmpty() ? holder : holder.minus(gone).plus(tagged);
    }

    private int column(CompiledResult compiled, String name) {
        int found = compiled.schema().names().indexOf(name);
        if (found < 0) {
            throw MISSING_RESULT_COLUMN
                    .at(new Span(query.start(), query.end()), name, "string")
                    .withHint("columns here: " + compiled.schema())
                    .in(query.source())
                    .toException();
        }
        return found;
    }

    private static List<String> list(String json) {
        Object value = json == null ? List.of() : Json.read(json);
        return value instanceof List<?> tags
                ? tags.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
