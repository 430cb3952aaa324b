package io.adxflow.emulator.command.continuous;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import java.util.List;

// .drop continuous-export NAME
/**
 * Ends an export, and answers with those that remain. What it exported stays; what was told of it goes.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-export/drop-continuous-export">.drop continuous-export</a>
 */
public record DropContinuousExport(ContinuousName name) implements Command {
    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        CommandResult remaining = context.change(database -> {
            Database next = database.withEntities(
                    database.entities().withoutExport(name.in(database).name()));
            return new Changed<>(
                    next,
                    ShowContinuousExports.answer(
                            context, next, List.copyOf(next.entities().exports().values())));
        });
        ExportHistory.forget(context.store(), context.databaseName(), name.value());
        return remaining;
    }
}
