package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path such as {@code $.a['b c'][0]}: keys and indexes, no wildcards. */
public record JsonPath(List<Object> steps) {
    private static final Pattern STEP = Pattern.compile(
            "\\.?([^.\\[\\]'\"]+)|\\[\\s*(-?\\d+)\\s*]|\\.?\\[\\s*'([^']*)'\\s*]|\\.?\\[\\s*\"([^\"]*)\"\\s*]");
    private static final Memo<String, JsonPath> PATHS = new Memo<>(JsonPath::parse);

    static JsonPath of(String text) {
        return PATHS.of(text);
    }

    /** Why a path cannot be used; empty when it can. */
    static Optional<String> problem(String path) {
        try {
            parse(path);
            return Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.of(unusable.getMessage());
        }
    }

    /** The value at a path of a JSON text, as JSON; null when there is none or the text is no JSON. */
    public static String extract(String path, String json) {
        return Json.parse(json)
                .map(parsed -> JsonText.of(of(path).find(parsed.orNull())))
                .orElse(null);
    }

    boolean exists(Object root) {
        Object parent = steps.isEmpty() ? root : new JsonPath(steps.subList(0, steps.size() - 1)).find(root);
        Object last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        return parent instanceof Map<?, ?> bag ? bag.containsKey(last) : parent != null && step(parent, last) != null;
    }

    void remove(Object root) {
        if (steps.isEmpty()) {
            return;
        }
        Object parent = new JsonPath(steps.subList(0, steps.size() - 1)).find(root);
        if (parent instanceof Map<?, ?> bag) {
            bag.remove(steps.get(steps.size() - 1));
        }
    }

    /** Changes a bag; bags that are missing on the way are made. */
    void set(Map<Object, Object> root, Object value) {
        if (steps.isEmpty() || steps.stream().anyMatch(Long.class::isInstance)) {
            throw new IllegalArgumentException("a value is set at a path of keys such as $.a.b");
        }
        Map<Object, Object> bag = root;
        for (Object step : steps.subList(0, steps.size() - 1)) {
            bag = below(bag, step);
        }
        bag.put(steps.get(steps.size() - 1), value);
    }

    private static Map<Object, Object> below(Map<Object, Object> bag, Object key) {
        Map<Object, Object> made = new LinkedHashMap<>();
        if (bag.get(key) instanceof Map<?, ?> found) {
            made.putAll(found);
        } else if (bag.get(key) != null) {
            throw new IllegalArgumentException("no value can be set inside '" + key + "', which is no property bag");
        }
        bag.put(key, made);
        return made;
    }

    private Object find(Object root) {
        Object value = root;
        for (Object step : steps) {
            value = step(value, step);
        }
        return value;
    }

    private static Object step(Object value, Object step) {
        if (step instanceof Long index) {
            return value instanceof List<?> list ? DynamicBags.at(list, index) : null;
        }
        return value instanceof Map<?, ?> bag ? bag.get(step) : null;
    }

    private static JsonPath parse(String text) {
        List<Object> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int at = text.startsWith("$") ? 1 : 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("'" + text + "' is not a JSON path of keys and indexes");
            }
            String key = matcher.group(1) != null
                    ? matcher.group(1)
                    : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            steps.add(matcher.group(2) == null ? key : (Object) Long.valueOf(matcher.group(2)));
            at = matcher.end();
        }
        return new JsonPath(steps);
    }
}
