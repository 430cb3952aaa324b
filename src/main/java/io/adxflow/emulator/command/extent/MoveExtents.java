package io.adxflow.emulator.command.extent;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.AsyncCommand;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.policy.UpdatePolicies;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

// .move [async] extents all from table S to table D [with (…)]
// .move [async] extents from table S to table D [with (…)] ( {GUID,} )
// .move [async] extents ( {GUID,} ) from table S to table D [with (…)]
// .move [async] extents to table D [with (…)] <| QUERY
/**
 * Hands extents over from one table to another, all or none. Chosen at one moment, moved at a later one: an extent that
 * has gone in between fails the command.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/move-extents">.move extents</a>
 */
public record MoveExtents(TableName target, Properties properties, Chooser chooser) implements Command {
    /** How the extents are chosen. */
    @FunctionalInterface
    interface Chooser {
        Selection choose(CommandContext context, Snapshot snapshot);
    }

    public static Command read(CommandReader reader) {
        boolean isAsync = reader.take("async");
        reader.expect("extents");
        boolean isAll = reader.take("all");
        List<UUID> ids = reader.isAtSymbol("(") ? reader.list(reader::guid) : List.of();
        Command command = reader.take("from table") ? fromTable(reader, isAll, ids) : fromQuery(reader);
        return AsyncCommand.of(isAsync, "ExtentsMove", command);
    }

    private static Command fromTable(CommandReader reader, boolean isAll, List<UUID> before) {
        TableName source = TableName.read(reader);
        reader.expect("to table");
        TableName target = TableName.read(reader);
        Properties properties = Properties.read(reader);
        if (isAll) {
            return new MoveExtents(target, properties, (context, snapshot) -> allOf(source, snapshot.database()));
        }
        Span span = reader.here();
        List<UUID> ids = before.isEmpty() ? reader.list(reader::guid) : before;
        return new MoveExtents(target, properties, (context, snapshot) -> {
            source.in(snapshot.database());
            return Selection.ofIds(ids, Optional.of(source.value()), source.source(), span);
        });
    }

    private static Command fromQuery(CommandReader reader) {
        reader.expect("to table");
        TableName target = TableName.read(reader);
        Properties properties = Properties.read(reader);
        reader.expectSymbol("<|");
        QueryText query = reader.rest();
        return new MoveExtents(target, properties, (context, snapshot) -> Selection.of(context, snapshot, query));
    }

    private static Selection allOf(TableName source, Database database) {
        List<UUID> ids = source.in(database).extents().stream().map(Extent::id).toList();
        return Selection.ofIds(
                ids, Optional.of(source.value()), source.source(), source.name().span());
    }

    @Override
    public void authorize(CommandContext context) {
        Command.require(Right.ADMINISTER, context, target);
    }

    @Override
    public CommandResult run(CommandContext context) {
        Selection selection = select(context);
        CreationRange range = CreationRange.of(properties);
        boolean isNewlyIngested = properties.flag("setNewIngestionTime", false);
        return UpdatePolicies.place(context, List.of(), database -> {
            ExtentMoves moves = new ExtentMoves(database);
            target.in(database);
            moves.move(
                    selection.held(database, range),
                    target,
                    isNewlyIngested,
                    context.store().now());
            return moves.arriving(moves.answer());
        });
    }

    private Selection select(CommandContext context) {
        try (Snapshot snapshot = context.open()) {
            return chooser.choose(context, snapshot);
        }
    }
}
