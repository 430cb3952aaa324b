package io.adxflow.databricks;

import com.databricks.sdk.core.utils.SerDeUtils;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Requests and answers as Databricks' own SDK has them: its classes read every body, and a field or a word that they do not
 * know is refused. So is one of ours in an answer, which would be a defect of the fake.
 */
public final class Wire {
    static final int LIMIT = 64 << 20;

    private static final ObjectMapper STRICT = SerDeUtils.createMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .disable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);

    private Wire() {}

    /** What a workspace says instead of doing what it was asked for. */
    static final class Refusal extends RuntimeException {
        private final int status;
        private final String code;

        Refusal(int status, String code, String message) {
            super(message);
            this.status = status;
            this.code = code;
        }

        Response response() {
            Map<String, Object> request = Map.of(
                    "@type", "type.googleapis.com/google.rpc.RequestInfo", "request_id", "5f3c", "serving_data", "");
            return Response.json(
                            status,
                            Json.write(
                                    Map.of("error_code", code, "message", getMessage(), "details", List.of(request))))
                    .withHeader("X-Databricks-Org-Id", "1234567890123456");
        }
    }

    /** @param type the SDK's class for the body */
    @SuppressWarnings("unchecked")
    static Map<String, Object> body(Request request, Class<?> type) throws IOException {
        String text = request.text(LIMIT);
        require(text, type);
        return (Map<String, Object>) Json.read(text);
    }

    /** @throws RuntimeException when the SDK's class does not fit a text, with the field that is in the way */
    public static void require(String text, Class<?> type) {
        try {
            STRICT.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "MALFORMED_REQUEST", "Could not parse request object: " + e.getOriginalMessage());
        }
    }

    /** @param type the SDK's class for the answer */
    static Response answer(Map<String, ?> body, Class<?> type) {
        String text = Json.write(body);
        try {
            STRICT.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no workspace answers this: " + text, e);
        }
        return done(text);
    }

    /** The answer of requests that have none. */
    static Response done() {
        return done("{}");
    }

    private static Response done(String text) {
        return Response.json(200, text).withHeader("X-Databricks-Org-Id", "1234567890123456");
    }

    /** @throws Refusal when it is missing or no number */
    static long number(Request request, String name) {
        String text = request.queryParameter(name).orElse("");
        if (!text.matches("[0-9]{1,18}")) {
            throw new Refusal(400, "INVALID_PARAMETER_VALUE", "Missing required field: " + name);
        }
        return Long.parseLong(text);
    }

    /** A page of a list: the parameter {@code limit} says how many, {@code page_token} where it begins. */
    static <T> Page<T> page(Request request, List<T> all, int usual, int most) {
        int limit = request.queryParameter("limit").map(Integer::parseInt).orElse(usual);
        if (limit < 1 || limit > most) {
            throw new Refusal(400, "INVALID_PARAMETER_VALUE", "limit must be between 1 and " + most);
        }
        int from = request.queryParameter("page_token").map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + limit);
        return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : "");
    }

    /** @param next empty when this is the last */
    record Page<T>(List<T> items, String next) {}
}
