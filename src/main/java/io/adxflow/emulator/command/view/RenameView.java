package io.adxflow.emulator.command.view;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Entities;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Scope;
import io.adxflow.emulator.store.Table;
import java.util.List;

// .rename materialized-view V to NEW
/** Renames a materialized view; its rows and roles go with it. Answers all views. */
public record RenameView(ViewName name, ViewName next) implements Command {
    public static Command read(CommandReader reader) {
        ViewName name = ViewName.read(reader);
        reader.expect("to");
        return new RenameView(name, ViewName.readNew(reader));
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            MaterializedView old = name.in(database);
            next.requireFree(database);
            MaterializedView renamed = old.renamed(next.value());
            Table storage = database.table(old.storage()).orElseThrow();
            Entities entities = database.entities().withoutView(old.name()).with(renamed);
            Database changed = database.without(List.of(old.storage()))
                    .with(storage.renamed(renamed.storage()))
                    .withEntities(entities.withRoles(
                            entities.roles().stream().map(this::moved).toList()));
            return new Changed<>(
                    changed,
                    ShowViews.answer(context, changed.entities().views().values()));
        });
    }

    private RoleAssignment moved(RoleAssignment role) {
        return role.scope().equals(Scope.ofView(name.value()))
                ? new RoleAssignment(Scope.ofView(next.value()), role.role(), role.principal(), role.notes())
                : role;
    }
}
