package io.adxflow.emulator.command;

import io.adxflow.emulator.store.Changed;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .clear [async] table T data
/** Removes all rows of a table. */
record ClearTable(TableName table) implements Command {
    private static final Schema ANSWER = AnswerSchema.of("Status string");

    static Command read(CommandReader reader, boolean isAsync) {
        TableName table = TableName.read(reader);
        if (!isAsync && reader.take("cache streamingingestion schema")) {
            return new FixedAnswer("NodeId string, Status string", List.of(List.of("localhost", "Succeeded")));
        }
        reader.expect("data");
        return AsyncCommand.of(isAsync, "TableClearData", new ClearTable(table));
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.store()
                .change(
                        context.databaseName(),
                        database -> new Changed<>(
                                database.with(table.in(database).withExtents(List.of())),
                                CommandResult.of(ANSWER, List.of(List.of("Completed")))));
    }
}
