package io.adxflow.emulator.endpoint;

import io.adxflow.base.http.Body;
import io.adxflow.base.http.HttpException;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.emulator.command.Commands;
import io.adxflow.emulator.command.language.Access;
import io.adxflow.emulator.command.language.CommandRequest;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.protocol.Answer;
import io.adxflow.emulator.protocol.AnswerOptions;
import io.adxflow.emulator.protocol.AnswerTable;
import io.adxflow.emulator.protocol.ListRows;
import io.adxflow.emulator.protocol.QueryRequest;
import io.adxflow.emulator.protocol.RequestInfo;
import io.adxflow.emulator.protocol.TablesV1;
import io.adxflow.emulator.store.Database;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /v1/rest/mgmt}: control commands. */
final class ManagementEndpoint {
    private final Commands commands;
    private final Queries queries;
    private final Databases databases;
    private final Exchanges exchanges;
    private final AccessCheck access;

    ManagementEndpoint(
            Commands commands, Queries queries, Databases databases, Exchanges exchanges, AccessCheck access) {
        this.commands = commands;
        this.queries = queries;
        this.databases = databases;
        this.exchanges = exchanges;
        this.access = access;
    }

    Response run(Request request) throws IOException {
        return run(request, QueryRequest.read(request.text(CommandText.LONGEST)));
    }

    /** Runs a command whose request has been read. */
    Response run(Request request, QueryRequest command) {
        RequestInfo info = exchanges.info(request);
        AnswerOptions options = AnswerOptions.from(command.options());
        refuseWriting(request, command);
        Database database = databases.named(command.database());
        Access sender = access.of(request);
        CommandResult result = commands.run(new CommandRequest(
                command.text(),
                queries.context(command, database.name(), sender.principal()),
                AnswerOptions.timeout(command.options(), CommandRequest.DEFAULT_LIMIT),
                exchanges.origin(request, info),
                sender));
        Body body = result.isQueried() ? queried(result, options, info) : plain(result);
        return exchanges.respond(request, info, Response.json(200, body));
    }

    private static void refuseWriting(Request request, QueryRequest command) {
        boolean readOnly = request.header("x-ms-readonly").isPresent() || AnswerOptions.isReadOnly(command.options());
        if (readOnly && !CommandText.isReading(command.text())) {
            throw new HttpException(403, "the request is read-only, and the command changes something");
        }
    }

    private static Body plain(CommandResult result) {
        return out -> TablesV1.writeCommand(result.schema(), result.rows(), out);
    }

    private Body queried(CommandResult result, AnswerOptions options, RequestInfo info) {
        AnswerTable table = new AnswerTable(
                "PrimaryResult", Optional.empty(), false, () -> new ListRows(result.schema(), result.rows()));
        Answer answer = new Answer(List.of(table), options, info, Optional.empty(), Failures::body, exchanges.clock());
        return out -> TablesV1.write(answer, out);
    }
}
