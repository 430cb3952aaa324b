package io.adxflow.emulator.command.view;

import static io.adxflow.emulator.command.language.CommandProblem.BAD_VIEW;
import static io.adxflow.emulator.command.language.CommandProblem.VIEW_EXISTS;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.ingestion.Ingestion;
import io.adxflow.emulator.command.language.AsyncCommand;
import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import java.util.List;
import java.util.regex.Pattern;

// .create [async] materialized-view [ifnotexists] [with (backfill, folder, docString)] V on table T { QUERY }
/**
 * Makes a materialized view. It is computed when it is read, over what was ingested since it was made, or over all rows with
 * {@code backfill}. Unlike in ADX, rows that leave the source leave the view too.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/materialized-views/materialized-view-create">Create</a>
 */
public record CreateView(Name name, TableName source, QueryText query, boolean ifNotExists, Properties properties)
        implements Command {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SUMMARIZE = Pattern.compile("\\|\\s*summarize\\b");

    public static Command read(CommandReader reader, boolean isAsync) {
        boolean ifNotExists = reader.take("ifnotexists");
        Properties properties = Properties.read(reader);
        Name name = Columns.legal(reader, reader.name());
        reader.expect("on table");
        TableName source = TableName.read(reader);
        Command command = new CreateView(name, source, reader.braced(), ifNotExists, properties);
        return AsyncCommand.of(isAsync, "MaterializedViewCreate", command);
    }

    @Override
    public CommandResult run(CommandContext context) {
        try (Snapshot snapshot = context.store().open(context.database().name())) {
            Queries.compileLonger(context, snapshot.catalog(), query, "");
        }
        return context.store().change(context.databaseName(), database -> {
            MaterializedView old = database.entities().views().get(name.value());
            if (old != null && ifNotExists) {
                return new Changed<>(database, ShowViews.answer(context.store().now(), List.of(old)));
            }
            MaterializedView made = made(database, context.store().now());
            return new Changed<>(
                    database.withEntities(database.entities().with(made)),
                    ShowViews.answer(context.store().now(), List.of(made)));
        });
    }

    private MaterializedView made(Database database, long now) {
        boolean isTaken = database.entities().views().containsKey(name.value())
                || database.entities().functions().containsKey(name.value())
                || database.table(name.value()).isPresent();
        if (isTaken) {
            throw VIEW_EXISTS.at(name.span(), name.value()).in(source.source()).toException();
        }
        Table table = source.in(database);
        if (!Ingestion.isTimed(table)) {
            throw bad("the policy ingestiontime of table '" + table.name() + "' is off");
        }
        if (!SUMMARIZE.matcher(query.text()).find()) {
            throw bad("its query has no summarize");
        }
        if (!PLAIN.matcher(table.name()).matches()) {
            throw bad("a table with the name '" + table.name() + "' is no source here");
        }
        boolean isWhole = properties.flag("backfill", false);
        return new MaterializedView(
                name.value(),
                table.name(),
                query.text(),
                isWhole ? -1 : database.cursor(),
                now,
                true,
                properties.text("folder").orElse(""),
                properties.text("docString").orElse(""));
    }

    private UserException bad(String why) {
        return BAD_VIEW.at(name.span(), name.value(), why).in(source.source()).toException();
    }
}
