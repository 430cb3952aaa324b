package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.RunningRequest;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .cancel query "CLIENT-REQUEST-ID" [with ( reason = "TEXT" )]
/**
 * Stops the running queries that a client sent under a request id: one's own, or any for an admin of the database.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/cancel-query-command">.cancel query</a>
 */
public record CancelQuery(String clientRequestId, String reason) implements OpenCommand {
    private static final Schema ANSWER =
            AnswerSchema.of("ClientRequestId string, ReasonPhrase string, RunningQueryCanceled bool");
    private static final String BY_REQUEST = "Query cancelled by the user's request";

    public static Command read(CommandReader reader) {
        String id = reader.string();
        return new CancelQuery(id, Properties.read(reader).text("reason").orElse(BY_REQUEST));
    }

    @Override
    public CommandResult run(CommandContext context) {
        List<RunningRequest> found = context.services().requests().running().stream()
                .filter(RunningRequest::isQuery)
                .filter(request -> request.facts().origin().clientRequestId().equals(clientRequestId))
                .filter(request -> ShowOperations.isShown(
                        context, request.facts().database(), request.facts().principal()))
                .toList();
        found.forEach(RunningRequest::cancel);
        return CommandResult.of(ANSWER, List.of(CommandResult.row(clientRequestId, reason, !found.isEmpty())));
    }
}
