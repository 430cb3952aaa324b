package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.AsyncCommand;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.FixedAnswer;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .clear [async] table T data
/** Removes all rows of a table. */
public record ClearTable(TableName table) implements Command {
    private static final Schema ANSWER = AnswerSchema.of("Status string");

    public static Command read(CommandReader reader, boolean isAsync) {
        TableName table = TableName.read(reader);
        if (!isAsync && reader.take("cache streamingingestion schema")) {
            return new FixedAnswer("NodeId string, Status string", List.of(List.of("localhost", "Succeeded")));
        }
        reader.expect("data");
        return AsyncCommand.of(isAsync, "TableClearData", new ClearTable(table));
    }

    @Override
    public void authorize(CommandContext context) {
        Command.require(Right.ADMINISTER, context, table);
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> new Changed<>(
                database.with(table.in(database).withExtents(List.of())),
                CommandResult.of(ANSWER, List.of(List.of("Completed")))));
    }
}
