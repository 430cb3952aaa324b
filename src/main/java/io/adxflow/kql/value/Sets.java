package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Arrays as sets: each value once, in the order in which it was first seen; null when one is no array. */
public final class Sets {
    private Sets() {}

    public static String union(Object[] arrays) {
        return combine(arrays, Set::addAll);
    }

    public static String intersect(Object[] arrays) {
        return combine(arrays, Set::retainAll);
    }

    public static String difference(Object[] arrays) {
        return combine(arrays, Set::removeAll);
    }

    public static Boolean has(String array, String value) {
        Set<Object> set = set(array);
        return set == null ? null : (Boolean) set.contains(key(Json.read(value)));
    }

    public static Boolean equal(String left, String right) {
        Set<Object> first = set(left);
        return first == null ? null : (Boolean) first.equals(set(right));
    }

    public static Double jaccard(String left, String right) {
        Set<Object> first = set(left);
        Set<Object> second = set(right);
        if (first == null || second == null) {
            return null;
        }
        Set<Object> all = new LinkedHashSet<>(first);
        all.addAll(second);
        first.retainAll(second);
        return (double) first.size() / all.size();
    }

    /** The values of an array of arrays or values, each once, at most so many. */
    public static String distinct(String array, long most) {
        return PlainElements.of(array)
                .map(elements -> elements.stream().limit(most).collect(Collectors.joining(",", "[", "]")))
                .orElseGet(() -> ofAnyForm(array, most));
    }

    private static String ofAnyForm(String array, long most) {
        Set<Object> distinct = new LinkedHashSet<>();
        for (Object element : DynamicArrays.elements(array)) {
            if (element instanceof List<?> inner) {
                inner.stream().map(Sets::key).forEach(distinct::add);
            } else {
                distinct.add(key(element));
            }
        }
        return JsonText.of(distinct.stream().limit(most).toList());
    }

    private interface Combination {
        boolean apply(Set<Object> set, Set<Object> other);
    }

    private static String combine(Object[] arrays, Combination combination) {
        Set<Object> combined = null;
        for (Object array : arrays) {
            Set<Object> next = set((String) array);
            if (next == null) {
                return null;
            }
            if (combined == null) {
                combined = next;
            } else {
                combination.apply(combined, next);
            }
        }
        return JsonText.of(new ArrayList<>(combined));
    }

    private static Set<Object> set(String array) {
        List<?> elements = DynamicArrays.elements(array);
        if (elements == null) {
            return null;
        }
        Set<Object> set = new LinkedHashSet<>();
        elements.forEach(element -> set.add(key(element)));
        return set;
    }

    /** A real that is a whole number is the same element as the long. */
    private static Object key(Object element) {
        return element instanceof Double real && real == real.longValue() && Math.abs(real) < 0x1p53
                ? (Object) real.longValue()
                : element;
    }
}
