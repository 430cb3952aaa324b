package io.adxflow.emulator.command.view;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;

// .drop materialized-view V [ifexists]
/** Drops a materialized view, and answers those that remain. */
public record DropView(Name name, SourceText source, boolean ifExists) implements Command {
    public static Command read(CommandReader reader) {
        Name name = reader.name();
        return new DropView(name, reader.source(), reader.take("ifexists"));
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.store().change(context.databaseName(), database -> {
            if (!ifExists) {
                ShowViews.find(database, name, source);
            }
            Database next = database.withEntities(database.entities().withoutView(name.value()));
            return new Changed<>(
                    next,
                    ShowViews.answer(
                            context.store().now(), next.entities().views().values()));
        });
    }
}
