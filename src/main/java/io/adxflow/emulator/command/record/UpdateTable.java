package io.adxflow.emulator.command.record;

import static io.adxflow.emulator.command.language.CommandProblem.TOO_MANY_ROWS;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.AsyncCommand;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.policy.Arrival;
import io.adxflow.emulator.command.policy.Arriving;
import io.adxflow.emulator.command.policy.UpdatePolicies;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Deletion;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Store;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

// .update [async] table T delete D append A [with (whatif, …)] <| let D = …; let A = …;
// .update [async] table T delete D move S [with (extentTagsToMove, whatif)] <| let D = …;
/**
 * Deletes rows of a table and adds others at one moment. The queries see the moment before; an extent that they saw and
 * that has gone since fails the command. Moved rows keep their ingestion times, added ones are new.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/update-table-command">.update table</a>
 */
public record UpdateTable(TableName table, Name deleted, UpdateAddition addition, boolean isPretended, QueryText query)
        implements Command {
    private static final Schema ANSWER = AnswerSchema.of("Table string, Action string, ExtentId guid, RowCount long");
    private static final long MOST_DELETED_ROWS = 5_000_000;

    /** What the queries found. */
    private record Found(Deletion deletion, UpdateAddition.Found added) {
        List<Segment> segments() {
            List<Segment> all = new ArrayList<>(deletion.segments());
            all.addAll(added.segments());
            return all;
        }
    }

    public static Command read(CommandReader reader) {
        boolean isAsync = reader.take("async");
        reader.expect("table");
        TableName table = TableName.read(reader);
        reader.expect("delete");
        Name deleted = reader.name();
        return AsyncCommand.of(
                isAsync,
                "TableUpdate",
                reader.take("move") ? moving(reader, table, deleted) : appending(reader, table, deleted));
    }

    private static Command moving(CommandReader reader, TableName table, Name deleted) {
        TableName source = TableName.read(reader);
        if (source.value().equals(table.value())) {
            throw reader.unsupported("moving a table into itself");
        }
        Properties properties = Properties.read(reader);
        UpdateAddition addition = new UpdateAddition.Extents(table, source, properties.texts("extentTagsToMove"));
        reader.expectSymbol("<|");
        return new UpdateTable(table, deleted, addition, properties.flag("whatif", false), reader.rest());
    }

    private static Command appending(CommandReader reader, TableName table, Name deleted) {
        reader.expect("append");
        Name appended = reader.name();
        Properties properties = Properties.read(reader);
        reader.expectSymbol("<|");
        QueryText query = reader.rest();
        UpdateAddition addition = new UpdateAddition.Rows(table, appended, query);
        return new UpdateTable(table, deleted, addition, properties.flag("whatif", false), query);
    }

    /** What must stand between the statements of a query and one more. */
    static String tail(QueryText query) {
        return query.text().stripTrailing().endsWith(";") ? "" : ";\n";
    }

    @Override
    public void authorize(CommandContext context) {
        Command.require(Right.ADMINISTER, context, table);
    }

    @Override
    public CommandResult run(CommandContext context) {
        Found found = find(context);
        Store store = context.store();
        if (isPretended) {
            return answer(
                    found, List.of(new Arrival(table.value(), found.added().preview(), false, true)));
        }
        return UpdatePolicies.place(context, found.segments(), database -> changed(database, found, store.now()));
    }

    /** Both queries see the same moment. */
    private Found find(CommandContext context) {
        try (Snapshot snapshot = context.open()) {
            Deletion deletion = new RowsToDelete(table, query).store(context, snapshot, tail(query) + deleted.value());
            requireFew(deletion);
            Found found = new Found(deletion, addition.find(context, snapshot));
            if (!isPretended) {
                snapshot.keep();
            }
            return found;
        }
    }

    private void requireFew(Deletion deletion) {
        if (deletion.rows() > MOST_DELETED_ROWS) {
            throw TOO_MANY_ROWS
                    .at(new Span(query.start(), query.end()), deletion.rows(), MOST_DELETED_ROWS)
                    .in(query.source())
                    .toException();
        }
    }

    private Arriving<CommandResult> changed(Database database, Found found, long now) {
        Database shrunk = new RowsToDelete(table, query)
                .without(database, found.deletion())
                .database();
        Database grown = found.added().addTo(shrunk, now);
        Table before = table.in(shrunk);
        List<Extent> added = table.in(grown).extents().stream()
                .filter(extent -> before.extent(extent.id()).isEmpty())
                .toList();
        Arrival arrival = new Arrival(table.value(), added, false, addition.isIngested());
        return new Arriving<>(
                grown,
                added.isEmpty() ? List.of() : List.of(arrival),
                derived -> answer(
                        found,
                        Stream.concat(Stream.of(arrival), derived.stream()).toList()));
    }

    /** With the extents that update policies made. */
    private CommandResult answer(Found found, List<Arrival> arrivals) {
        List<List<Object>> rows = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            arrival.extents()
                    .forEach(extent -> rows.add(CommandResult.row(
                            arrival.table(),
                            "Create",
                            extent.id(),
                            extent.segment().rows())));
        }
        found.deletion()
                .extents()
                .forEach(shrunk -> rows.add(CommandResult.row(
                        table.value(), "Delete", shrunk.extent().id(), shrunk.deleted())));
        return CommandResult.of(ANSWER, rows);
    }
}
