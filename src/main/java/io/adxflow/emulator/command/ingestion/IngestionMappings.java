package io.adxflow.emulator.command.ingestion;

import static io.adxflow.emulator.command.language.CommandProblem.MAPPING_EXISTS;
import static io.adxflow.emulator.command.language.CommandProblem.MAPPING_NOT_FOUND;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.ingest.Mapping;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.MappingName;
import io.adxflow.emulator.store.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

// (.create | .create-or-alter | .alter) table T ingestion (csv | json | avro | apacheavro | parquet | orc) mapping
// "NAME" 'JSON'
// .drop table T ingestion (csv | json | avro | apacheavro | parquet | orc) mapping "NAME"
/**
 * Keeps ingestion mappings of a table.
 *
 * @param json nothing to drop the mapping
 * @see <a href="https://learn.microsoft.com/kusto/management/create-ingestion-mapping-command">.create ingestion mapping</a>
 */
public record IngestionMappings(
        TableName table, Existing existing, MappingName mapping, Span span, Optional<String> json) implements Command {
    /** Whether a mapping of this name may, must or must not exist. */
    public enum Existing {
        ALLOWED,
        REQUIRED,
        FORBIDDEN
    }

    public static Command read(CommandReader reader, TableName table, Existing existing) {
        MappingName mapping = name(reader);
        Span span = reader.here();
        return new IngestionMappings(table, existing, mapping, span, Optional.of(reader.string()));
    }

    public static Command readDrop(CommandReader reader, TableName table) {
        Span span = reader.here();
        return new IngestionMappings(table, Existing.REQUIRED, name(reader), span, Optional.empty());
    }

    private static MappingName name(CommandReader reader) {
        String kind = ShowMappings.kind(reader);
        reader.expect("mapping");
        return new MappingName(kind, reader.name().value());
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Table old = table.in(database);
            Map<MappingName, String> mappings = new HashMap<>(old.mappings());
            require(old, mappings.remove(mapping) != null);
            json.ifPresent(text -> mappings.put(mapping, text));
            Table next = old.withMappings(mappings);
            List<MappingName> shown = json.isPresent() ? List.of(mapping) : List.of();
            return new Changed<>(database.with(next), ShowMappings.answer(database, next, shown));
        });
    }

    private void require(Table old, boolean exists) {
        if (exists && existing == Existing.FORBIDDEN) {
            throw MAPPING_EXISTS.at(span, mapping.name()).in(table.source()).toException();
        }
        if (!exists && existing == Existing.REQUIRED) {
            throw MAPPING_NOT_FOUND.at(span, mapping.name()).in(table.source()).toException();
        }
        json.ifPresent(text -> requireReadable(old, text));
    }

    private void requireReadable(Table old, String text) {
        try {
            Mapping.read(text, old.schema());
        } catch (IllegalArgumentException e) {
            throw CommandProblem.BAD_MAPPING
                    .at(span, mapping.name(), e.getMessage())
                    .in(table.source())
                    .toException();
        }
    }
}
