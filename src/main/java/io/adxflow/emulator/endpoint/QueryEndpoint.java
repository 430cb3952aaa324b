package io.adxflow.emulator.endpoint;

import io.adxflow.base.http.HttpException;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.emulator.protocol.FramesV2;
import io.adxflow.emulator.protocol.QueryRequest;
import io.adxflow.emulator.protocol.RequestInfo;
import io.adxflow.emulator.protocol.TablesV1;
import java.io.IOException;
import java.util.Map;

/** {@code /v2/rest/query} and {@code /v1/rest/query}: queries, answered while they run. */
final class QueryEndpoint {
    private final Queries queries;
    private final ManagementEndpoint management;
    private final Exchanges exchanges;

    QueryEndpoint(Queries queries, ManagementEndpoint management, Exchanges exchanges) {
        this.queries = queries;
        this.management = management;
        this.exchanges = exchanges;
    }

    Response v2(Request request) throws IOException {
        return answer(request, read(request), "v2", FramesV2::write);
    }

    /** Version 1 takes commands too, in a body. */
    Response v1(Request request) throws IOException {
        QueryRequest query = read(request);
        return CommandText.isCommand(query.text())
                ? management.run(request, query)
                : answer(request, query, "v1", TablesV1::write);
    }

    /** With the query in the address. */
    Response v2Get(Request request) {
        return answer(request, ofAddress(request), "v2", FramesV2::write);
    }

    Response v1Get(Request request) {
        return answer(request, ofAddress(request), "v1", TablesV1::write);
    }

    private Response answer(Request request, QueryRequest query, String version, AnswerBody.Format format) {
        RequestInfo info = exchanges.info(request);
        if (CommandText.isCommand(query.text())) {
            String message =
                    "Bad request: Control commands (starting with a dot '.') do not support api_version=" + version;
            return exchanges.respond(request, info, Response.text(400, "text/plain", message));
        }
        AnswerBody body = queries.run(query, request, info, format);
        return exchanges.respond(request, info, Response.json(200, body));
    }

    private static QueryRequest read(Request request) throws IOException {
        return QueryRequest.read(request.text(CommandText.LONGEST));
    }

    private static QueryRequest ofAddress(Request request) {
        String text = request.queryParameter("csl")
                .or(() -> request.queryParameter("query"))
                .orElseThrow(() -> new HttpException(400, "the address needs the parameters 'db' and 'csl'"));
        String database = request.queryParameter("db").orElse("");
        return new QueryRequest(database, text, Map.of(), Map.of());
    }
}
