package io.adxflow.emulator.command.function;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.DatabaseFunction;
import java.util.List;

// .alter function F docstring "TEXT"
// .alter function F folder "TEXT"
/** Sets the words about a function. */
record DescribeFunction(FunctionName name, boolean isFolder, String text) implements Command {
    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            DatabaseFunction old = name.in(database);
            DatabaseFunction next = isFolder ? old.described(text, old.docString()) : old.described(old.folder(), text);
            return new Changed<>(
                    database.withEntities(database.entities().with(next)), ShowFunctions.answer(List.of(next)));
        });
    }
}
