package io.adxflow.emulator.command.language;

import io.adxflow.kql.language.Schema;
import java.util.List;

/** A command whose answer is always the same here: there is one node, no cache, and no materialized view. */
public record FixedAnswer(Schema schema, List<List<Object>> rows) implements OpenCommand {
    public FixedAnswer(String columns, List<List<Object>> rows) {
        this(AnswerSchema.of(columns), rows);
    }

    @Override
    public CommandResult run(CommandContext context) {
        return CommandResult.of(schema, rows);
    }
}
