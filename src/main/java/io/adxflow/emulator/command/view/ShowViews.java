package io.adxflow.emulator.command.view;

import static io.adxflow.emulator.command.language.CommandProblem.VIEW_NOT_FOUND;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.kql.language.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

// .show materialized-views
// .show materialized-view V
/** Lists the materialized views, or one of them. */
public record ShowViews(Optional<Name> name, SourceText source) implements ShowCommand {
    private static final Schema ANSWER = AnswerSchema.of("Name string, SourceTable string, Query string,"
            + " MaterializedTo datetime, LastRun datetime, LastRunResult string, IsHealthy bool, IsEnabled bool,"
            + " Folder string, DocString string, AutoUpdateSchema bool, EffectiveDateTime datetime, Lookback timespan,"
            + " LookbackColumn string");

    public static ShowCommand readAll(CommandReader reader) {
        return new ShowViews(Optional.empty(), reader.source());
    }

    public static ShowCommand readOne(CommandReader reader) {
        return new ShowViews(Optional.of(reader.name()), reader.source());
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        Collection<MaterializedView> views = name.<Collection<MaterializedView>>map(
                        one -> List.of(find(database, one, source)))
                .orElse(database.entities().views().values());
        return answer(context.store().now(), views);
    }

    static MaterializedView find(Database database, Name name, SourceText source) {
        return Optional.ofNullable(database.entities().views().get(name.value()))
                .orElseThrow(() -> VIEW_NOT_FOUND
                        .at(name.span(), name.value())
                        .withHint(Suggestion.hint(
                                name.value(),
                                "views here",
                                database.entities().views().keySet()))
                        .in(source)
                        .toException());
    }

    /** A view that is computed when it is read is never behind. */
    static CommandResult answer(long now, Collection<MaterializedView> views) {
        return CommandResult.of(
                ANSWER,
                views.stream()
                        .map(view -> CommandResult.row(
                                view.name(),
                                view.source(),
                                view.query().strip(),
                                now,
                                now,
                                "Completed",
                                true,
                                view.isEnabled(),
                                view.folder(),
                                view.docString(),
                                false,
                                view.createdOn(),
                                null,
                                ""))
                        .toList());
    }
}
