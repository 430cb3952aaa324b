package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Property bags, as JSON text in and out. Keys keep their order. */
public final class DynamicBags {
    private DynamicBags() {}

    /** The value of JSON text in its compact form; other text as a JSON string; nothing for empty text. */
    public static String parse(String text) {
        if (text.isEmpty()) {
            return null;
        }
        Optional<Json.Parsed> parsed = Json.parse(text);
        return parsed.isPresent() ? JsonText.of(parsed.get().orNull()) : JsonText.quoted(text);
    }

    public static String access(String json, String key) {
        Object target = Json.read(json);
        Object at = Json.read(key);
        if (at instanceof String name) {
            return target instanceof Map<?, ?> bag ? JsonText.of(bag.get(name)) : null;
        }
        return at instanceof Long index && target instanceof List<?> list ? JsonText.of(at(list, index)) : null;
    }

    /** JSON with the keys of every bag in order. */
    public static String sorted(String json) {
        return JsonText.of(sorted(Json.read(json)));
    }

    /** Of key, value, key, value …; the last of equal keys wins. */
    public static String pack(Object[] keysAndValues) {
        Map<String, Object> bag = new LinkedHashMap<>();
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            bag.put((String) keysAndValues[i], Json.read((String) keysAndValues[i + 1]));
        }
        return JsonText.of(bag);
    }

    public static String keys(String json) {
        return Json.read(json) instanceof Map<?, ?> bag ? JsonText.of(List.copyOf(bag.keySet())) : null;
    }

    public static Boolean hasKey(String json, String key) {
        if (!(Json.read(json) instanceof Map<?, ?> bag)) {
            return null;
        }
        return bag.containsKey(key) || (key.startsWith("$") && JsonPath.of(key).exists(bag));
    }

    /** One bag of several, where the first that holds a key wins; what is no bag is skipped. */
    public static String merge(Object[] bags) {
        Map<Object, Object> merged = new LinkedHashMap<>();
        boolean hasBag = false;
        for (Object json : bags) {
            if (Json.read((String) json) instanceof Map<?, ?> bag) {
                hasBag = true;
                bag.forEach(merged::putIfAbsent);
            }
        }
        return hasBag ? JsonText.of(merged) : null;
    }

    /** One bag of an array of bags. */
    public static String mergeAll(String bags) {
        return merge(DynamicArrays.texts(bags));
    }

    /** The first keys of a bag. */
    public static String limit(String json, long most) {
        Map<Object, Object> limited = new LinkedHashMap<>();
        if (Json.read(json) instanceof Map<?, ?> bag) {
            bag.entrySet().stream()
                    .limit(Math.max(0, most))
                    .forEach(entry -> limited.put(entry.getKey(), entry.getValue()));
        }
        return JsonText.of(limited);
    }

    public static String removeKeys(String json, String keys) {
        List<?> removed = DynamicArrays.elements(keys);
        if (removed == null || !(Json.read(json) instanceof Map<?, ?> bag)) {
            return null;
        }
        for (Object key : removed) {
            String name = DynamicArrays.text(key);
            if (name.startsWith("$")) {
                JsonPath.of(name).remove(bag);
            } else {
                bag.remove(name);
            }
        }
        return JsonText.of(bag);
    }

    /** The key may be a path such as {@code $.a.b}. */
    public static String setKey(String json, String key, String value) {
        if (!(Json.read(json) instanceof Map<?, ?> bag) || key == null) {
            return null;
        }
        Map<Object, Object> changed = new LinkedHashMap<>(bag);
        if (key.equals("$") || key.startsWith("$.") || key.startsWith("$[")) {
            JsonPath.of(key).set(changed, Json.read(value));
        } else {
            changed.put(key, Json.read(value));
        }
        return JsonText.of(changed);
    }

    /** Keys that are no text are skipped with their values; values that are missing are null. */
    public static String zip(String keys, String values) {
        List<?> names = DynamicArrays.elements(keys);
        List<?> held = DynamicArrays.elements(values);
        if (names == null) {
            return null;
        }
        Map<Object, Object> bag = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i) instanceof String name) {
                bag.put(name, held != null && i < held.size() ? held.get(i) : null);
            }
        }
        return JsonText.of(bag);
    }

    static Object at(List<?> list, long index) {
        long at = index < 0 ? list.size() + index : index;
        return at < 0 || at >= list.size() ? null : list.get((int) at);
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> bag) {
            Map<Object, Object> ordered = new TreeMap<>();
            bag.forEach((key, held) -> ordered.put(key, sorted(held)));
            return ordered;
        }
        return value instanceof List<?> list
                ? list.stream().map(DynamicBags::sorted).collect(Collectors.toCollection(ArrayList::new))
                : value;
    }
}
