package io.adxflow.emulator.command.view;

import io.adxflow.emulator.command.language.AsyncCommand;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.MaterializedView.Definition;
import io.adxflow.emulator.store.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

// .create [async] [ifnotexists] materialized-view [with (backfill, effectiveDateTime, autoUpdateSchema, lookback,
// folder, …)] V
//     on table T { QUERY }
// .create-or-alter materialized-view [with (…)] V on table T { QUERY }
/**
 * Makes a materialized view. It sees every row that is ingested into its source from then on, in the same step as the
 * ingestion, and with {@code backfill} also the rows that are there, or those of the extents made after
 * {@code effectiveDateTime}. Rows that leave the source stay in the view. The answer is that of the query over all rows that
 * it has seen, so there is no {@code lookback} to be missed.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/materialized-views/materialized-view-create">Create</a>
 */
public record CreateView(ViewDefinition definition, boolean ifNotExists, boolean isAltering) implements Command {
    public static Command readAsync(CommandReader reader) {
        boolean ifNotExists = reader.take("ifnotexists");
        reader.expect("materialized-view");
        return AsyncCommand.of(true, "MaterializedViewCreate", read(reader, ifNotExists, true));
    }

    public static Command read(CommandReader reader, boolean ifNotExists) {
        return read(reader, ifNotExists, false);
    }

    public static Command readOrAlter(CommandReader reader) {
        return new CreateView(ViewDefinition.read(reader), false, true);
    }

    private static Command read(CommandReader reader, boolean before, boolean isAsync) {
        boolean ifNotExists = before || reader.take("ifnotexists");
        ViewDefinition definition = ViewDefinition.read(reader);
        Properties properties = definition.properties();
        if (properties.flag("backfill", false) && !isAsync) {
            throw properties.bad("backfill", "false, or '.create async materialized-view'");
        }
        if (properties.text("effectiveDateTime").isPresent() && !properties.flag("backfill", false)) {
            throw properties.bad("effectiveDateTime", "nothing, or backfill = true");
        }
        return new CreateView(definition, ifNotExists, false);
    }

    @Override
    public void authorize(CommandContext context) {
        context.access().require(Right.ADMINISTER, context.database());
    }

    @Override
    public CommandResult run(CommandContext context) {
        Definition checked = definition.check(context);
        return context.change(database -> {
            Optional<MaterializedView> old = definition.name().find(database);
            if (old.isPresent() && ifNotExists) {
                return new Changed<>(database, ShowViews.answer(context, List.of(old.get())));
            }
            Database next = old.isPresent() && isAltering
                    ? AlterView.altered(database, old.get(), checked, definition)
                    : made(database, checked, context.store().now());
            MaterializedView view = definition.name().in(next);
            return new Changed<>(next, ShowViews.answer(context, List.of(view)));
        });
    }

    private Database made(Database database, Definition checked, long now) {
        definition.name().requireFree(database);
        Table source = definition.source(database);
        MaterializedView view =
                new MaterializedView(definition.name().value(), checked, source.schema(), database.cursor(), now);
        return ViewStorage.with(database, view, source, backfilled(source), now);
    }

    private List<Extent> backfilled(Table source) {
        Properties properties = definition.properties();
        OptionalLong effective = properties.datetime("effectiveDateTime");
        return properties.flag("backfill", false)
                ? source.extents().stream()
                        .filter(extent -> extent.maxCreatedOn() >= effective.orElse(0))
                        .toList()
                : List.of();
    }
}
