package io.adxflow.base.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The first line of a request, taken apart: scheme, method, raw path, decoded query parameters. */
record RequestLine(String scheme, String method, String path, Map<String, String> queryParameters) {

    static RequestLine of(String scheme, String method, String path, String query) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.putIfAbsent(form(name), equals < 0 ? "" : form(pair.substring(equals + 1)));
        }
        return new RequestLine(scheme, method, path, parameters);
    }

    /** The decoded parts between slashes; empty ones do not count, so {@code //a/} is {@code /a}. */
    List<String> segments() {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> form(segment.replace("+", "%2B")))
                .toList();
    }

    private static String form(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HttpException(400, "'" + text + "' is not a well-formed part of an address");
        }
    }
}
