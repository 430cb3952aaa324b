package io.adxflow.emulator.command.view;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import java.util.List;
import java.util.Optional;

// .drop materialized-view V [ifexists]
/** Drops a materialized view with the rows that it has seen, and answers those that remain. */
public record DropView(ViewName name, boolean ifExists) implements Command {
    public static Command read(CommandReader reader, ViewName name) {
        return new DropView(name, reader.take("ifexists"));
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Optional<MaterializedView> view = ifExists ? name.find(database) : Optional.of(name.in(database));
            Database next = view.map(one -> database.without(List.of(one.storage()))
                            .withEntities(database.entities().withoutView(one.name())))
                    .orElse(database);
            return new Changed<>(
                    next, ShowViews.answer(context, next.entities().views().values()));
        });
    }
}
