package io.adxflow.emulator.command.continuous;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.ContinuousExport;
import java.util.List;

// (.enable | .disable) continuous-export NAME
/**
 * Lets an export run, or not. When it runs again, it goes on where it stopped.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-export/disable-enable-continuous">Enable or disable</a>
 */
public record SwitchContinuousExport(ContinuousName name, boolean isEnabled) implements Command {
    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            ContinuousExport next = name.in(database).enabled(isEnabled);
            return new Changed<>(
                    database.withEntities(database.entities().with(next)),
                    ShowContinuousExports.answer(context, database, List.of(next)));
        });
    }
}
