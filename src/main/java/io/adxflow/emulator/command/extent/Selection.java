package io.adxflow.emulator.command.extent;

import static io.adxflow.emulator.command.language.CommandProblem.EXTENT_NOT_FOUND;
import static io.adxflow.emulator.command.language.CommandProblem.MISSING_RESULT_COLUMN;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.KqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Extents that a query chose at one moment; when they are looked up later, any may have gone. */
public record Selection(List<Chosen> extents, SourceText source, Span span) {
    /** An extent, and the table that the query named for it. */
    record Chosen(UUID extent, Optional<String> table) {}

    /** An extent and the table that holds it now. */
    public record Held(Table table, Extent extent) {}

    static Selection of(CommandContext context, Snapshot snapshot, QueryText query) {
        Span span = new Span(query.start(), query.end());
        CompiledResult compiled = Queries.compile(context, snapshot, query);
        int id = compiled.schema().names().indexOf("ExtentId");
        int table = compiled.schema().names().indexOf("TableName");
        if (id < 0 || !isId(compiled.schema().columns().get(id).type())) {
            throw MISSING_RESULT_COLUMN
                    .at(span, "ExtentId", "guid or string")
                    .withHint("columns here: " + compiled.schema())
                    .in(query.source())
                    .toException();
        }
        Map<UUID, Chosen> chosen = new LinkedHashMap<>();
        for (List<Object> row : Queries.rows(context, snapshot, compiled)) {
            Optional<String> holder = table < 0 ? Optional.empty() : Optional.of((String) row.get(table));
            id(row.get(id), query).ifPresent(extent -> chosen.put(extent, new Chosen(extent, holder)));
        }
        return new Selection(List.copyOf(chosen.values()), query.source(), span);
    }

    /** An extent that a query names; a null names none. */
    static Optional<UUID> id(Object value, QueryText query) {
        try {
            return Optional.ofNullable(value).map(Object::toString).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw EXTENT_NOT_FOUND
                    .at(new Span(query.start(), query.end()), value)
                    .in(query.source())
                    .toException();
        }
    }

    public static Selection ofIds(Collection<UUID> ids, Optional<String> table, SourceText source, Span span) {
        return new Selection(
                ids.stream().distinct().map(id -> new Chosen(id, table)).toList(), source, span);
    }

    /** The same extents, all sought in one table. */
    Selection ofTable(String table) {
        return ofIds(extents.stream().map(Chosen::extent).toList(), Optional.of(table), source, span);
    }

    /** The extents as they are now, without those that were made outside of the range. One that has gone fails all. */
    public List<Held> held(Database database, CreationRange range) {
        List<Held> held = new ArrayList<>();
        for (Chosen chosen : extents) {
            Table table = chosen.table()
                    .map(name -> database.table(name).orElseThrow(() -> noTable(name)))
                    .orElseGet(() -> database.holderOf(chosen.extent()).orElseThrow(() -> gone(chosen)));
            Extent extent = table.extent(chosen.extent()).orElseThrow(() -> gone(chosen));
            if (range.contains(extent)) {
                held.add(new Held(table, extent));
            }
        }
        return held;
    }

    private UserException gone(Chosen chosen) {
        return EXTENT_NOT_FOUND
                .at(span, chosen.extent())
                .withHint("another command moved, dropped or merged it meanwhile")
                .in(source)
                .toException();
    }

    private UserException noTable(String name) {
        return CommandProblem.TABLE_NOT_FOUND.at(span, name).in(source).toException();
    }

    private static boolean isId(KqlType type) {
        return type == KqlType.GUID || type == KqlType.STRING;
    }
}
