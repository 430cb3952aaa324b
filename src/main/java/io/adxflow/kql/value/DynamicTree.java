package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is inside a dynamic value: the paths of its values, and the schema of its types. */
public final class DynamicTree {
    private DynamicTree() {}

    /** The paths, such as {@code ['a'][0]}, of all values inside; all elements of an array count as its first. */
    public static String paths(String json) {
        Set<String> paths = new LinkedHashSet<>();
        collect(Json.read(json), "", paths);
        return JsonText.of(new ArrayList<>(paths));
    }

    /** The types of one value: a name, a bag of them, or <code>{"`indexer`": …}</code> for an array. */
    public static String schema(String json) {
        return JsonText.of(schema(Json.read(json)));
    }

    /** The schema that fits all values of an array. */
    public static String schemaOfAll(String array) {
        Object schema = null;
        for (Object value : DynamicArrays.elements(array)) {
            schema = both(schema, schema(value));
        }
        return JsonText.of(schema);
    }

    private static void collect(Object value, String path, Set<String> paths) {
        if (value instanceof Map<?, ?> bag) {
            bag.forEach((key, held) -> {
                String inner = path + "['" + key + "']";
                paths.add(inner);
                collect(held, inner, paths);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(element -> {
                String inner = path + "[0]";
                paths.add(inner);
                collect(element, inner, paths);
            });
        }
    }

    private static Object schema(Object value) {
        if (value instanceof Map<?, ?> bag) {
            Map<Object, Object> types = new LinkedHashMap<>();
            bag.forEach((key, held) -> types.put(key, schema(held)));
            return types;
        }
        if (value instanceof List<?> list) {
            Object inner = null;
            for (Object element : list) {
                inner = both(inner, schema(element));
            }
            Map<String, Object> indexer = new LinkedHashMap<>();
            indexer.put("`indexer`", inner == null ? new LinkedHashMap<>() : inner);
            return indexer;
        }
        return value == null ? null : name(value);
    }

    private static String name(Object value) {
        if (value instanceof Long) {
            return "long";
        }
        return value instanceof Double ? "double" : value instanceof Boolean ? "bool" : "string";
    }

    private static Object both(Object left, Object right) {
        if (left == null || left.equals(right)) {
            return right == null ? left : right;
        }
        if (right == null) {
            return left;
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            Map<Object, Object> merged = new LinkedHashMap<>(a);
            b.forEach((key, type) -> merged.merge(key, type, DynamicTree::both));
            return merged;
        }
        return alternatives(left, right);
    }

    private static List<Object> alternatives(Object left, Object right) {
        Set<Object> types = new LinkedHashSet<>();
        types.addAll(left instanceof List<?> list ? list : List.of(left));
        types.addAll(right instanceof List<?> list ? list : List.of(right));
        return List.copyOf(types);
    }
}
