package io.adxflow.emulator.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way into a JSON value, {@code $.a['b c'][0]}.
 *
 * @param steps names of members, and positions as numbers
 */
public record JsonPath(List<Object> steps) {
    /** The whole value. */
    static final JsonPath ROOT = new JsonPath(List.of());

    private static final Pattern STEP =
            Pattern.compile("\\.([^.\\[\\]]+)|\\.?\\[\\s*'([^']*)'\\s*]|\\[\\s*\"([^\"]*)\"\\s*]|\\[\\s*(\\d+)\\s*]");

    static JsonPath ofMember(String name) {
        return new JsonPath(List.of(name));
    }

    static JsonPath read(String text) {
        List<Object> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text).region(1, text.length());
        int end = 1;
        while (step.find() && step.start() == end) {
            end = step.end();
            steps.add(step(step));
        }
        if (end != text.length()) {
            throw new IllegalArgumentException("the path '" + text + "' cannot be read");
        }
        return new JsonPath(steps);
    }

    private static Object step(Matcher step) {
        if (step.group(4) != null) {
            return Integer.parseInt(step.group(4));
        }
        return step.group(1) != null ? step.group(1) : step.group(2) != null ? step.group(2) : step.group(3);
    }

    /** The value at the end of the path, or null. */
    Object in(Object value) {
        Object found = value;
        for (Object step : steps) {
            if (step instanceof Integer position) {
                found = found instanceof List<?> list && position < list.size() ? list.get(position) : null;
            } else {
                found = found instanceof Map<?, ?> members ? members.get(step) : null;
            }
        }
        return found;
    }
}
