package io.adxflow.emulator.command.language;

import io.adxflow.kql.language.Schema;
import java.util.List;

/** A command that says {@code async}: it is started, and its operation is the answer. */
public record AsyncCommand(String kind, Command command) implements Command {
    private static final Schema ANSWER = AnswerSchema.of("OperationId guid");

    public static Command of(boolean isAsync, String kind, Command command) {
        return isAsync ? new AsyncCommand(kind, command) : command;
    }

    @Override
    public void authorize(CommandContext context) {
        command.authorize(context);
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return CommandResult.of(ANSWER, List.of(List.of(context.operations().start(kind, command, context))));
    }
}
