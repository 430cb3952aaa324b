package io.adxflow.emulator.command.external;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

// .show external table X mappings
// .show external table X mapping "NAME"
/**
 * Lists the mappings of an external table.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/external-table-mapping-show">.show external table mappings</a>
 */
public record ShowExternalMappings(ExternalName table, Optional<Name> name) implements ShowCommand {
    private static final Schema ANSWER = AnswerSchema.of("Name string, Kind string, Mapping string");

    @Override
    public CommandResult run(CommandContext context) {
        ExternalTable found = table.in(context.database());
        List<String> names = found.mappings().keySet().stream()
                .filter(one -> name.map(Name::value)
                        .filter(wanted -> !wanted.equals(one))
                        .isEmpty())
                .sorted()
                .toList();
        if (name.isPresent() && names.isEmpty()) {
            throw CommandProblem.MAPPING_NOT_FOUND
                    .at(name.get().span(), name.get().value())
                    .in(table.source())
                    .toException();
        }
        return answer(found, names);
    }

    static CommandResult answer(ExternalTable table, List<String> names) {
        return CommandResult.of(
                ANSWER,
                names.stream()
                        .map(name -> CommandResult.row(
                                name,
                                table.format().toUpperCase(Locale.ROOT),
                                table.mappings().get(name)))
                        .toList());
    }
}
