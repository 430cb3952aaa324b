package io.adxflow.emulator.command.external;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.ExternalTable;
import java.util.List;

// .alter external table X (docstring | folder) 'TEXT'
/** Changes the words about an external table. */
public record DescribeExternalTable(ExternalName name, boolean isFolder, String text) implements Command {
    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            ExternalTable next = name.in(database).described(isFolder ? "folder" : "docstring", text);
            return new Changed<>(
                    database.withEntities(database.entities().with(next)), ShowExternalTables.answer(List.of(next)));
        });
    }
}
