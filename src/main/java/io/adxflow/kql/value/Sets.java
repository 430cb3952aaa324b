package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Arrays as sets: each value once, in the order in which it was first seen; null when one is no array. */
public final class Sets {
    private Sets() {}

    public static String union(Object[] arrays) {
        return combine(arrays, (combined, next) -> next.forEach(combined::putIfAbsent));
    }

    public static String intersect(Object[] arrays) {
        return combine(arrays, (combined, next) -> combined.keySet().retainAll(next.keySet()));
    }

    public static String difference(Object[] arrays) {
        return combine(arrays, (combined, next) -> combined.keySet().removeAll(next.keySet()));
    }

    public static Boolean has(String array, String value) {
        Map<Object, Object> set = set(array);
        return set == null ? null : (Boolean) set.containsKey(key(Json.read(value)));
    }

    public static Boolean equal(String left, String right) {
        Map<Object, Object> first = set(left);
        if (first == null) {
            return null;
        }
        Map<Object, Object> second = set(right);
        return second != null && first.keySet().equals(second.keySet());
    }

    public static Double jaccard(String left, String right) {
        Map<Object, Object> first = set(left);
        Map<Object, Object> second = set(right);
        if (first == null || second == null) {
            return null;
        }
        Set<Object> all = new HashSet<>(first.keySet());
        all.addAll(second.keySet());
        first.keySet().retainAll(second.keySet());
        return (double) first.size() / all.size();
    }

    /** The values of an array of arrays or values, each once, at most so many. */
    public static String distinct(String array, long most) {
        return PlainElements.of(array)
                .map(elements -> elements.stream().limit(most).collect(Collectors.joining(",", "[", "]")))
                .orElseGet(() -> ofAnyForm(array, most));
    }

    private static String ofAnyForm(String array, long most) {
        Map<Object, Object> distinct = new LinkedHashMap<>();
        for (Object element : DynamicArrays.elements(array)) {
            if (element instanceof List<?> inner) {
                inner.forEach(value -> distinct.putIfAbsent(key(value), value));
            } else {
                distinct.putIfAbsent(key(element), element);
            }
        }
        return JsonText.of(distinct.values().stream().limit(most).toList());
    }

    private interface Combination {
        void apply(Map<Object, Object> set, Map<Object, Object> other);
    }

    private static String combine(Object[] arrays, Combination combination) {
        Map<Object, Object> combined = null;
        for (Object array : arrays) {
            Map<Object, Object> next = set((String) array);
            if (next == null) {
                return null;
            }
            if (combined == null) {
                combined = next;
            } else {
                combination.apply(combined, next);
            }
        }
        return JsonText.of(new ArrayList<>(combined.values()));
    }

    /** The elements as they are written, each under what it equals. */
    private static Map<Object, Object> set(String array) {
        List<?> elements = DynamicArrays.elements(array);
        if (elements == null) {
            return null;
        }
        Map<Object, Object> set = new LinkedHashMap<>();
        elements.forEach(element -> set.putIfAbsent(key(element), element));
        return set;
    }

    /** A real that is a whole number is the same element as the long. */
    private static Object key(Object element) {
        return element instanceof Double real && real == real.longValue() && Math.abs(real) < 0x1p53
                ? (Object) real.longValue()
                : element;
    }
}
