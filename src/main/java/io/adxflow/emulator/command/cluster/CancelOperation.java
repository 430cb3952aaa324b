package io.adxflow.emulator.command.cluster;

import static io.adxflow.emulator.command.language.CommandProblem.OPERATION_NOT_FOUND;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.emulator.command.language.Operation;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.UUID;

// .cancel operation GUID [with ( reason = "TEXT" )]
/**
 * Stops a command in the background and waits for its end. A cancelled one has changed nothing; one that had committed, or had
 * ended, stays as it is, and the answer says so.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/cancel-operation-command">.cancel operation</a>
 */
public record CancelOperation(UUID id, String reason, SourceText source, Span span) implements OpenCommand {
    private static final Schema ANSWER = AnswerSchema.of("OperationId guid, Operation string, StartedOn datetime,"
            + " CancellationState string, ReasonPhrase string");

    public static Command read(CommandReader reader) {
        Span span = reader.here();
        UUID id = reader.guid();
        String reason = Properties.read(reader).text("reason").orElse("");
        return new CancelOperation(id, reason, reader.source(), span);
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.operations()
                .find(id)
                .filter(one -> ShowOperations.isShown(context, one.database(), one.principal()))
                .orElseThrow(() -> OPERATION_NOT_FOUND.at(span, id).in(source).toException());
        Operation ended = context.operations().cancel(id);
        boolean isCanceled = ended.state() == Operation.State.CANCELED;
        return CommandResult.of(
                ANSWER,
                List.of(CommandResult.row(
                        id,
                        ended.kind(),
                        ended.startedOn(),
                        isCanceled ? "Canceled successfully" : "Cancel failed",
                        isCanceled
                                ? reason
                                : "the operation is " + ended.state().label())));
    }
}
