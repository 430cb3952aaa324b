package io.adxflow.emulator.command.view;

import static io.adxflow.emulator.command.language.CommandProblem.UNCHANGEABLE_VIEW;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Table;
import java.util.List;
import java.util.Optional;

// .enable materialized-view V
// .disable materialized-view V
/**
 * Lets a materialized view see what is ingested, or not. Once it is enabled again it has seen what came in meanwhile and is
 * still there.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/materialized-views/materialized-view-enable-disable">Enable and
 *     disable</a>
 */
public record SwitchView(ViewName name, boolean isEnabling) implements Command {
    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            MaterializedView view = name.in(database);
            if (view.isEnabled() == isEnabling) {
                throw UNCHANGEABLE_VIEW
                        .at(name.span(), name.value(), isEnabling ? "it is enabled" : "it is disabled")
                        .in(name.source())
                        .toException();
            }
            Database next = isEnabling ? enabled(database, view, context.store().now()) : disabled(database, view);
            return new Changed<>(next, ShowViews.answer(context, List.of(name.in(next))));
        });
    }

    private static Database disabled(Database database, MaterializedView view) {
        MaterializedView next =
                view.with(view.definition().enabled(false)).materialized(database.cursor(), view.lastRun());
        return database.withEntities(database.entities().with(next));
    }

    private static Database enabled(Database database, MaterializedView view, long now) {
        MaterializedView next = view.with(view.definition().enabled(true));
        Optional<Table> source = database.table(view.source());
        return source.map(table -> ViewStorage.with(database, next, table, ViewStorage.unseen(view, table), now))
                .orElseGet(() -> database.withEntities(database.entities().with(next)));
    }
}
