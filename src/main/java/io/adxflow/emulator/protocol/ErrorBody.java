package io.adxflow.emulator.protocol;

import io.adxflow.base.json.JsonWriter;
import java.io.IOException;
import java.util.Optional;

/**
 * An error as the service sends it, whole as the body of an answer or inside of one.
 *
 * @param status of the HTTP answer when nothing else has been sent yet
 * @param code for example {@code General_BadRequest}
 * @param type the service's name for the exception, {@code @type}
 * @param summary one sentence for the kind of error, {@code message}
 * @param message what people read, {@code @message}; never empty
 * @param isPermanent whether the same request must fail again
 * @param inner the finding inside a query, if it is one
 * @see <a href="https://learn.microsoft.com/kusto/api/rest/response-http-errors">HTTP errors</a>
 */
public record ErrorBody(
        int status,
        String code,
        String type,
        String summary,
        String message,
        boolean isPermanent,
        Optional<InnerError> inner) {
    private static final String ACTIVITY = "GW.Http.CallContext";
    private static final int LONGEST_TEXT = 4096;

    /**
     * A mistake in a query's text.
     *
     * @param message without the kind and the code
     * @param description with both, as {@code @message}
     * @param text of the query
     * @param line from one; column likewise
     */
    public record InnerError(
            String code, String type, String message, String description, String text, int line, int column) {}

    /** The body of an HTTP answer. */
    public String json(RequestInfo request) {
        return JsonWriter.toText(writer -> writeTo(writer, request));
    }

    /** {@code {"error": {…}}}, which also stands in the lists of {@code OneApiErrors}. */
    void writeTo(JsonWriter writer, RequestInfo request) throws IOException {
        writer.beginObject().name("error").beginObject();
        writer.member("code", code).member("message", summary);
        writer.member("@type", type).member("@message", message);
        context(writer, request);
        writer.member("@permanent", isPermanent);
        if (inner.isPresent()) {
            String text = inner.get().text();
            writer.member("@text", text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text);
            innerError(writer, request, inner.get());
        }
        writer.endObject().endObject();
    }

    private void innerError(JsonWriter writer, RequestInfo request, InnerError error) throws IOException {
        writer.name("innererror").beginObject();
        writer.member("code", error.code()).member("message", error.message());
        writer.member("@type", error.type()).member("@message", error.description());
        context(writer, request);
        writer.member("@permanent", isPermanent).member("@errorCode", error.code());
        writer.member("@errorMessage", error.message());
        writer.member("@line", String.valueOf(error.line())).member("@pos", String.valueOf(error.column()));
        writer.endObject();
    }

    private static void context(JsonWriter writer, RequestInfo request) throws IOException {
        writer.name("@context").beginObject();
        writer.member("timestamp", request.startedOn().toString());
        writer.member("serviceAlias", "ADXFLOW").member("machineName", "localhost");
        writer.member("processName", "adxflow")
                .member("processId", ProcessHandle.current().pid());
        writer.member("threadId", Thread.currentThread().getId()).member("clientRequestId", request.clientRequestId());
        writer.member("activityId", request.activityId()).member("subActivityId", request.activityId());
        writer.member("activityType", ACTIVITY).member("parentActivityId", request.activityId());
        writer.member(
                "activityStack",
                "(Activity stack: CRID=" + request.clientRequestId() + " ARID=" + request.activityId() + " > "
                        + ACTIVITY + "/" + request.activityId() + ")");
        writer.endObject();
    }
}
