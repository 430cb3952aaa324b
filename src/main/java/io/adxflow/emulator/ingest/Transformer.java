package io.adxflow.emulator.ingest;

import io.adxflow.emulator.ingest.Mapping.Source;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies the transforms of a mapping to values of records. */
final class Transformer {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final String location;
    private final List<JsonPath> mapped;

    Transformer(String location, List<Source> sources) {
        this.location = location;
        this.mapped = sources.stream()
                .filter(Source.Path.class::isInstance)
                .map(source -> ((Source.Path) source).path())
                .filter(path -> !path.steps().isEmpty())
                .toList();
    }

    /** @param record its number, counted from one */
    Object apply(Transform transform, JsonPath path, Object value, long record) {
        return switch (transform) {
            case NONE -> value;
            case SOURCE_LOCATION -> location;
            case SOURCE_LINE_NUMBER -> record;
            case PROPERTY_BAG_ARRAY_TO_DICTIONARY -> dictionary(value);
            case DROP_MAPPED_FIELDS -> dropped(path, value);
            case BYTES_AS_BASE64 -> value instanceof byte[] bytes
                    ? Base64.getEncoder().encodeToString(bytes)
                    : value;
            case DATE_TIME_FROM_UNIX_SECONDS -> Values.fromUnix(value, NANOS_PER_SECOND);
            case DATE_TIME_FROM_UNIX_MILLISECONDS -> Values.fromUnix(value, NANOS_PER_SECOND / 1000);
            case DATE_TIME_FROM_UNIX_MICROSECONDS -> Values.fromUnix(value, NANOS_PER_SECOND / 1_000_000);
            case DATE_TIME_FROM_UNIX_NANOSECONDS -> Values.fromUnix(value, 1);
        };
    }

    /** {@code [{"a": 1}, {"b": 2}]} as {@code {"a": 1, "b": 2}}. */
    private static Object dictionary(Object value) {
        if (!(value instanceof List<?> bags)) {
            return value;
        }
        Map<Object, Object> dictionary = new LinkedHashMap<>();
        for (Object bag : bags) {
            if (bag instanceof Map<?, ?> members) {
                dictionary.putAll(members);
            }
        }
        return dictionary;
    }

    /** Without what other columns get of it. */
    private Object dropped(JsonPath path, Object value) {
        Object left = value;
        for (JsonPath other : mapped) {
            if (other.steps().size() > path.steps().size()
                    && other.steps().subList(0, path.steps().size()).equals(path.steps())) {
                List<Object> below =
                        other.steps().subList(path.steps().size(), other.steps().size());
                left = without(left, below);
            }
        }
        return left;
    }

    private static Object without(Object value, List<Object> steps) {
        if (!(value instanceof Map<?, ?> members) || !members.containsKey(steps.get(0))) {
            return value;
        }
        Map<Object, Object> left = new LinkedHashMap<>(members);
        if (steps.size() == 1) {
            left.remove(steps.get(0));
        } else {
            left.put(steps.get(0), without(members.get(steps.get(0)), steps.subList(1, steps.size())));
        }
        return left;
    }
}
