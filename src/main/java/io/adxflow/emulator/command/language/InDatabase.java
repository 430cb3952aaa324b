package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.emulator.store.Database;

/** A command that names the database it is about; that need not be the one of the request. */
public record InDatabase(Name database, SourceText source, Command command) implements ShowCommand {
    @Override
    public void authorize(CommandContext context) {
        command.authorize(there(context));
    }

    @Override
    public CommandResult run(CommandContext context) {
        return command.run(there(context));
    }

    CommandContext there(CommandContext context) {
        String name = context.store()
                .database(database.value())
                .map(Database::name)
                .orElseThrow(() -> CommandProblem.DATABASE_NOT_FOUND
                        .at(database.span(), database.value())
                        .in(source)
                        .toException());
        return context.in(name);
    }
}
