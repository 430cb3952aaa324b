package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Sorts arrays; values of different kinds are ordered by kind: numbers, text, the rest. */
public final class ArrayOrder {
    private ArrayOrder() {}

    public static String sort(String array, boolean isDescending, boolean nullsLast) {
        List<?> elements = DynamicArrays.elements(array);
        return elements == null ? null : JsonText.of(picked(elements, order(elements, isDescending, nullsLast)));
    }

    /** Direction, the array that is sorted, those that follow it, whether nulls are last; an array of the arrays. */
    public static String sortAll(Object[] arguments) {
        List<?> first = DynamicArrays.elements((String) arguments[1]);
        if (first == null) {
            return null;
        }
        Object last = arguments[arguments.length - 1];
        boolean hasFlag = "true".equals(last) || "false".equals(last);
        List<Integer> order = order(first, "desc".equals(arguments[0]), !"false".equals(last));
        List<Object> sorted = new ArrayList<>();
        for (Object array : Arrays.asList(arguments).subList(1, arguments.length - (hasFlag ? 1 : 0))) {
            List<?> elements = DynamicArrays.elements((String) array);
            sorted.add(elements == null || elements.size() != first.size() ? null : picked(elements, order));
        }
        return JsonText.of(sorted);
    }

    /** The first element in the order of {@link #sort}, nulls left out. */
    public static String least(String array) {
        return extreme(array, false);
    }

    public static String greatest(String array) {
        return extreme(array, true);
    }

    private static String extreme(String array, boolean isGreatest) {
        List<?> elements = DynamicArrays.elements(array);
        return elements.isEmpty()
                ? null
                : JsonText.of(elements.get(order(elements, isGreatest, true).get(0)));
    }

    private static List<Integer> order(List<?> elements, boolean isDescending, boolean nullsLast) {
        Comparator<Object> upwards = ArrayOrder::compare;
        Comparator<Object> directed = isDescending ? upwards.reversed() : upwards;
        Comparator<Object> total = nullsLast ? Comparator.nullsLast(directed) : Comparator.nullsFirst(directed);
        return IntStream.range(0, elements.size())
                .boxed()
                .sorted((a, b) -> total.compare(elements.get(a), elements.get(b)))
                .toList();
    }

    private static List<Object> picked(List<?> elements, List<Integer> order) {
        List<Object> picked = new ArrayList<>();
        order.forEach(index -> picked.add(elements.get(index)));
        return picked;
    }

    private static int compare(Object left, Object right) {
        int kinds = Integer.compare(kind(left), kind(right));
        if (kinds != 0) {
            return kinds;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return left instanceof Boolean a && right instanceof Boolean b
                ? Boolean.compare(a, b)
                : DynamicArrays.text(left).compareTo(DynamicArrays.text(right));
    }

    private static int kind(Object value) {
        return value instanceof Number ? 0 : value instanceof String ? 1 : 2;
    }
}
