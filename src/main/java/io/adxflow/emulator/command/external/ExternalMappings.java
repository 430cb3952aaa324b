package io.adxflow.emulator.command.external;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.external.CreateExternalTable.Existing;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.ingest.Mapping;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.ExternalTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

// (.create | .alter | .create-or-alter) external table X mapping "NAME" 'JSON'
// .drop external table X mapping "NAME"
/**
 * Keeps what says which part of a record each column of an external table gets. It is for reading, not for exports.
 *
 * @param json nothing to drop the mapping
 * @see <a href="https://learn.microsoft.com/kusto/management/external-table-mapping-create">External table mappings</a>
 */
public record ExternalMappings(ExternalName table, Existing existing, Name mapping, Optional<String> json)
        implements Command {
    /** What follows the word {@code mapping}. */
    public static Command read(CommandReader reader, ExternalName table, Existing existing) {
        return new ExternalMappings(table, existing, reader.name(), Optional.of(reader.string()));
    }

    public static Command readDrop(CommandReader reader, ExternalName table) {
        return new ExternalMappings(table, Existing.REQUIRED, reader.name(), Optional.empty());
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            ExternalTable old = table.in(database);
            Map<String, String> mappings = new HashMap<>(old.mappings());
            require(old, mappings.remove(mapping.value()) != null);
            json.ifPresent(text -> mappings.put(mapping.value(), text));
            ExternalTable next = old.withMappings(mappings);
            List<String> shown = json.isPresent() ? List.of(mapping.value()) : List.of();
            return new Changed<>(
                    database.withEntities(database.entities().with(next)), ShowExternalMappings.answer(next, shown));
        });
    }

    private void require(ExternalTable old, boolean isThere) {
        if (isThere && existing == Existing.FORBIDDEN) {
            throw problem(CommandProblem.MAPPING_EXISTS);
        }
        if (!isThere && existing == Existing.REQUIRED) {
            throw problem(CommandProblem.MAPPING_NOT_FOUND);
        }
        try {
            json.ifPresent(text -> Mapping.read(text, old.columns()));
        } catch (IllegalArgumentException e) {
            throw CommandProblem.BAD_MAPPING
                    .at(mapping.span(), mapping.value(), e.getMessage())
                    .in(table.source())
                    .toException();
        }
    }

    private UserException problem(CommandProblem problem) {
        return problem.at(mapping.span(), mapping.value()).in(table.source()).toException();
    }
}
