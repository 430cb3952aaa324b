package io.adxflow.base.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One address: a method, a path with {@code {name}} for a segment and {@code {name...}} for the rest, a handler. */
record Route(String method, List<String> pattern, Handler handler) {

    static Route of(String method, String pattern, Handler handler) {
        List<String> segments = Arrays.stream(pattern.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        return new Route(method, segments, handler);
    }

    /** The path parameters when the path fits, whatever the method. */
    Optional<Map<String, String>> match(List<String> path) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String segment = pattern.get(i);
            if (segment.endsWith("...}") && i < path.size()) {
                parameters.put(
                        segment.substring(1, segment.length() - 4), String.join("/", path.subList(i, path.size())));
                return Optional.of(parameters);
            }
            if (i >= path.size() || !fits(segment, path.get(i), parameters)) {
                return Optional.empty();
            }
        }
        return path.size() == pattern.size() ? Optional.of(parameters) : Optional.empty();
    }

    private static boolean fits(String segment, String value, Map<String, String> parameters) {
        if (segment.startsWith("{")) {
            parameters.put(segment.substring(1, segment.length() - 1), value);
            return true;
        }
        return segment.equalsIgnoreCase(value);
    }
}
