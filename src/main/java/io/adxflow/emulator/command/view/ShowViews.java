package io.adxflow.emulator.command.view;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.kql.language.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

// .show materialized-views
// .show materialized-view V
/**
 * Lists the materialized views, or one of them. One whose source is gone is not healthy.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/materialized-views/materialized-view-show-command">Show</a>
 */
public record ShowViews(Optional<ViewName> name) implements ShowCommand {
    private static final Schema ANSWER = AnswerSchema.of("Name string, SourceTable string, Query string,"
            + " MaterializedTo datetime, LastRun datetime, LastRunResult string, IsHealthy bool, IsEnabled bool,"
            + " Folder string, DocString string, AutoUpdateSchema bool, EffectiveDateTime datetime, Lookback timespan,"
            + " LookbackColumn string");

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        Collection<MaterializedView> views = name.<Collection<MaterializedView>>map(one -> List.of(one.in(database)))
                .orElse(database.entities().views().values());
        return answer(context, views);
    }

    static CommandResult answer(CommandContext context, Collection<MaterializedView> views) {
        long now = context.store().now();
        return CommandResult.of(
                ANSWER, views.stream().map(view -> row(view, context, now)).toList());
    }

    /** A view that is enabled has seen everything up to now. */
    private static List<Object> row(MaterializedView view, CommandContext context, long now) {
        MaterializedView.Definition definition = view.definition();
        boolean isHealthy = context.store()
                .database(context.databaseName())
                .flatMap(database -> database.table(view.source()))
                .isPresent();
        return CommandResult.row(
                view.name(),
                view.source(),
                definition.query().strip(),
                view.isEnabled() ? now : view.materializedTo(),
                view.isEnabled() ? now : view.lastRun(),
                "Completed",
                isHealthy,
                view.isEnabled(),
                definition.folder(),
                definition.docString(),
                definition.isAutoUpdated(),
                definition.createdOn(),
                lookback(definition.lookback()),
                definition.lookbackColumn());
    }

    private static Object lookback(String span) {
        return PolicyKind.ticks(span).isPresent()
                ? (Object) PolicyKind.ticks(span).getAsLong()
                : null;
    }
}
