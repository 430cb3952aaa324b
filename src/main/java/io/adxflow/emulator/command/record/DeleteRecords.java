package io.adxflow.emulator.command.record;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.AsyncCommand;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Deletion;
import io.adxflow.emulator.store.Deletion.Shrunk;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.kql.language.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

// .delete [async] table T records [with (whatif = true)] <| QUERY
/**
 * Deletes the rows that a query over the table answers, all or none. What is left of their extents gets new ids and keeps
 * its tags and times.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/soft-delete-command">.delete table records</a>
 */
public record DeleteRecords(TableName table, boolean isPretended, RowsToDelete rows) implements Command {
    private static final Schema ANSWER =
            AnswerSchema.of("OriginalExtentId string, ResultExtentId string, RecordsMatchPredicate long");

    public static Command read(CommandReader reader, TableName table, boolean isAsync) {
        boolean isPretended = Properties.read(reader).flag("whatif", false);
        reader.expectSymbol("<|");
        DeleteRecords command = new DeleteRecords(table, isPretended, new RowsToDelete(table, reader.rest()));
        return AsyncCommand.of(isAsync, "TableDeleteRecords", command);
    }

    @Override
    public void authorize(CommandContext context) {
        context.access().require(Right.ADMINISTER, context.database());
    }

    @Override
    public CommandResult run(CommandContext context) {
        Deletion deletion = delete(context);
        if (isPretended) {
            Map<Shrunk, Optional<Extent>> nothing = new LinkedHashMap<>();
            deletion.extents().forEach(shrunk -> nothing.put(shrunk, Optional.empty()));
            return answer(nothing);
        }
        return context.place(deletion.segments(), database -> {
            Changed<Map<Shrunk, Optional<Extent>>> changed = rows.without(database, deletion);
            return new Changed<>(changed.database(), answer(changed.result()));
        });
    }

    private static CommandResult answer(Map<Shrunk, Optional<Extent>> rests) {
        return CommandResult.of(
                ANSWER,
                rests.entrySet().stream()
                        .map(rest -> CommandResult.row(
                                rest.getKey().extent().id().toString(),
                                rest.getValue()
                                        .map(left -> left.id().toString())
                                        .orElse(""),
                                rest.getKey().deleted()))
                        .toList());
    }

    private Deletion delete(CommandContext context) {
        try (Snapshot snapshot = context.open()) {
            Deletion deletion = rows.store(context, snapshot, "");
            if (!isPretended) {
                snapshot.keep();
            }
            return deletion;
        }
    }
}
