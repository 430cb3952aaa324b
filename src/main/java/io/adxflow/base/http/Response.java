package io.adxflow.base.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, headers in the order in which they were given, body. */
public record Response(int status, Map<String, String> headers, Body body) {
    public Response {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), Body.NONE);
    }

    public static Response json(int status, String json) {
        return json(status, Body.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** A JSON answer whose body is written while it is sent. */
    public static Response json(int status, Body body) {
        return stream(status, "application/json; charset=utf-8", body);
    }

    public static Response text(int status, String contentType, String text) {
        return stream(status, contentType + "; charset=utf-8", Body.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** An answer whose body is written while it is sent. */
    public static Response stream(int status, String contentType, Body body) {
        return new Response(status, Map.of("Content-Type", contentType), body);
    }

    public Response withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }

    /** Compressed when the client takes gzip; names its coding in any case. */
    public Response encodedFor(Request request) {
        return ContentCoding.acceptedBy(request).encode(this);
    }
}
