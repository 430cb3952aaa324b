package io.adxflow.emulator.command.extent;

import io.adxflow.emulator.command.language.AsyncCommand;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.policy.Arriving;
import io.adxflow.emulator.command.policy.UpdatePolicies;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Store;
import java.util.List;

// .replace [async] extents in table D [with (…)] <| { DROP-QUERY }, { MOVE-QUERY }
/**
 * Drops extents of a table and moves others in, at one moment. An extent of either query that has gone since the queries
 * ran fails the command.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/replace-extents">.replace extents</a>
 */
public record ReplaceExtents(TableName target, Properties properties, QueryText dropped, QueryText moved)
        implements Command {
    private record Both(Selection dropped, Selection moved) {}

    public static Command read(CommandReader reader) {
        boolean isAsync = reader.take("async");
        reader.expect("extents in table");
        TableName target = TableName.read(reader);
        Properties properties = Properties.read(reader);
        reader.expectSymbol("<|");
        QueryText dropped = reader.braced();
        reader.expectSymbol(",");
        QueryText moved = reader.braced();
        return AsyncCommand.of(isAsync, "ExtentsReplace", new ReplaceExtents(target, properties, dropped, moved));
    }

    @Override
    public void authorize(CommandContext context) {
        Command.require(Right.ADMINISTER, context, target);
    }

    @Override
    public CommandResult run(CommandContext context) {
        Both both = select(context);
        return UpdatePolicies.place(context, List.of(), database -> changed(database, both, context.store()));
    }

    /** Both queries see the same moment. */
    private Both select(CommandContext context) {
        try (Snapshot snapshot = context.open()) {
            return new Both(Selection.of(context, snapshot, dropped), Selection.of(context, snapshot, moved));
        }
    }

    private Arriving<CommandResult> changed(Database database, Both both, Store store) {
        CreationRange range = CreationRange.of(properties);
        target.in(database);
        List<Selection.Held> gone = both.dropped().ofTable(target.value()).held(database, range);
        List<Selection.Held> added = both.moved().held(database, range);
        ExtentMoves moves = new ExtentMoves(database);
        moves.drop(gone);
        moves.move(added, target, properties.flag("setNewIngestionTime", false), store.now());
        return moves.arriving(moves.answer());
    }
}
