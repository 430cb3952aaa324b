package io.adxflow.emulator.command.extent;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

// .drop extents [whatif] <| QUERY
// .drop extents ( {GUID,} ) [from T]
// .drop extents from T
// .drop extent GUID [from T]
/** Drops extents with their rows, all or none. */
public record DropExtents(MoveExtents.Chooser chooser, boolean isPretended) implements Command {
    private static final Schema ANSWER = AnswerSchema.of("ExtentId guid, TableName string, CreatedOn datetime");

    public static Command readOne(CommandReader reader) {
        Span span = reader.here();
        return ofIds(reader, List.of(reader.guid()), span);
    }

    public static Command readMany(CommandReader reader) {
        boolean isPretended = reader.take("whatif");
        if (reader.takeSymbol("<|")) {
            QueryText query = reader.rest();
            return new DropExtents((context, snapshot) -> Selection.of(context, snapshot, query), isPretended);
        }
        Span span = reader.here();
        if (reader.isAtSymbol("(")) {
            return ofIds(reader, reader.list(reader::guid), span);
        }
        reader.expect("from");
        TableName table = TableName.read(reader);
        return new DropExtents((context, snapshot) -> allOf(table, snapshot.database()), false);
    }

    private static Command ofIds(CommandReader reader, List<UUID> ids, Span span) {
        Optional<String> table =
                reader.take("from") ? Optional.of(TableName.read(reader).value()) : Optional.empty();
        return new DropExtents((context, snapshot) -> Selection.ofIds(ids, table, reader.source(), span), false);
    }

    private static Selection allOf(TableName table, Database database) {
        List<UUID> ids = table.in(database).extents().stream().map(Extent::id).toList();
        return Selection.ofIds(
                ids, Optional.of(table.value()), table.source(), table.name().span());
    }

    @Override
    public CommandResult run(CommandContext context) {
        Selection selection = select(context);
        return context.change(database -> {
            List<Selection.Held> dropped = selection.held(database, CreationRange.ANY_TIME);
            ExtentMoves moves = new ExtentMoves(database);
            moves.drop(dropped);
            return new Changed<>(isPretended ? database : moves.database(), answer(dropped));
        });
    }

    private Selection select(CommandContext context) {
        try (Snapshot snapshot = context.open()) {
            return chooser.choose(context, snapshot);
        }
    }

    private static CommandResult answer(List<Selection.Held> dropped) {
        return CommandResult.of(
                ANSWER,
                dropped.stream()
                        .map(held -> CommandResult.row(
                                held.extent().id(),
                                held.table().name(),
                                held.extent().minCreatedOn()))
                        .toList());
    }
}
