package io.adxflow.emulator.command.external;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.ExternalTable;
import java.util.List;
import java.util.Optional;

// .drop external table X [ifexists]
/**
 * Forgets an external table, and answers with it. Its files stay.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/drop-external-table">.drop external table</a>
 */
public record DropExternalTable(ExternalName name, boolean ifExists) implements Command {
    /** What follows the name. */
    public static Command read(CommandReader reader, ExternalName name) {
        return new DropExternalTable(name, reader.take("ifexists"));
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Optional<ExternalTable> table = ifExists ? name.find(database) : Optional.of(name.in(database));
            Database next = table.isPresent()
                    ? database.withEntities(database.entities().withoutExternal(name.value()))
                    : database;
            return new Changed<>(
                    next, ShowExternalTables.answer(table.map(List::of).orElse(List.of())));
        });
    }
}
