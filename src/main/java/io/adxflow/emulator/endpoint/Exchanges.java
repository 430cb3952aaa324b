package io.adxflow.emulator.endpoint;

import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.emulator.command.language.RequestOrigin;
import io.adxflow.emulator.protocol.RequestInfo;
import java.time.Clock;
import java.util.UUID;

/** Gives requests their names, and answers what every answer of the service carries. */
final class Exchanges {
    private static final String CLIENT_ID = "x-ms-client-request-id";

    private final Clock clock;

    Exchanges(Clock clock) {
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    RequestInfo info(Request request) {
        UUID activity = UUID.randomUUID();
        String client = request.header(CLIENT_ID).orElse("unspecified;" + activity);
        return new RequestInfo(client, activity, clock.instant());
    }

    /** What the log of requests and the journal keep of a request. */
    RequestOrigin origin(Request request, RequestInfo info) {
        return new RequestOrigin(
                info.clientRequestId(),
                info.activityId(),
                request.header("x-ms-app").orElse(""));
    }

    /** Names the request in the headers and packs the body as the client takes it. */
    Response respond(Request request, RequestInfo info, Response answer) {
        return answer.withHeader(CLIENT_ID, info.clientRequestId())
                .withHeader("x-ms-activity-id", info.activityId().toString())
                .encodedFor(request);
    }
}
