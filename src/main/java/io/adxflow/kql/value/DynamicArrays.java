package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Arrays, as JSON text in and out; null when the text is no array. */
public final class DynamicArrays {
    private static final int LONGEST = 1_048_576;

    private DynamicArrays() {}

    /** The elements, or null when it is no array. */
    static List<?> elements(String json) {
        return Json.read(json) instanceof List<?> list ? list : null;
    }

    /** As {@code tostring()} of an element. */
    static String text(Object element) {
        return element == null ? "" : element instanceof String text ? text : JsonText.of(element);
    }

    /** The elements of an array, each as JSON text. */
    public static Object[] texts(String json) {
        return elements(json).stream().map(JsonText::of).toArray();
    }

    /** Whether two elements are the same value; numbers by value, not by type. */
    static boolean same(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        return left == null ? right == null : left.equals(right);
    }

    public static String concat(Object[] arrays) {
        List<Object> all = new ArrayList<>();
        for (Object array : arrays) {
            List<?> elements = elements((String) array);
            if (elements != null) {
                all.addAll(elements);
            }
        }
        return JsonText.of(all);
    }

    public static String slice(String array, long start, long end) {
        List<?> elements = elements(array);
        if (elements == null) {
            return null;
        }
        long size = elements.size();
        long from = Math.max(0, start < 0 ? size + start : start);
        long to = Math.min(size - 1, end < 0 ? size + end : end);
        return from > to ? "[]" : JsonText.of(elements.subList((int) from, (int) to + 1));
    }

    /** The parts that start at an index or at each of an array of indices. */
    public static String split(String array, String indices) {
        List<?> elements = elements(array);
        Object at = Json.read(indices);
        if (elements == null) {
            return null;
        }
        List<Object> parts = new ArrayList<>();
        int start = 0;
        for (Object index : at instanceof List<?> list ? list : List.of(at)) {
            if (!(index instanceof Long number)) {
                return null;
            }
            long from = number < 0 ? elements.size() + number : number;
            int end = (int) Math.max(start, Math.min(elements.size(), from));
            parts.add(elements.subList(start, end));
            start = end;
        }
        parts.add(elements.subList(start, elements.size()));
        return JsonText.of(parts);
    }

    public static String reverse(String array) {
        List<?> elements = elements(array);
        if (elements == null) {
            return null;
        }
        List<Object> reversed = new ArrayList<>(elements);
        Collections.reverse(reversed);
        return JsonText.of(reversed);
    }

    /** To the left; a negative count goes to the right. */
    public static String rotate(String array, long count) {
        List<?> elements = elements(array);
        if (elements == null) {
            return null;
        }
        List<Object> rotated = new ArrayList<>(elements);
        Collections.rotate(rotated, (int) (-count % Math.max(1, rotated.size())));
        return JsonText.of(rotated);
    }

    /** To the left, filled with a value (null: empty text in an array of text); a negative count goes to the right. */
    public static String shift(String array, Long count, String fill) {
        List<?> elements = elements(array);
        if (elements == null || count == null) {
            return null;
        }
        boolean isText = elements.stream().allMatch(String.class::isInstance);
        Object filler = fill == null && isText ? "" : Json.read(fill);
        List<Object> shifted = new ArrayList<>();
        for (long i = 0; i < elements.size(); i++) {
            long from = i + count;
            shifted.add(from < 0 || from >= elements.size() ? filler : elements.get((int) from));
        }
        return JsonText.of(shifted);
    }

    /** Of array, value, start, length and occurrence. */
    public static Long indexOf(Object[] arguments) {
        List<?> elements = elements((String) arguments[0]);
        if (elements == null) {
            return null;
        }
        Object wanted = Json.read((String) arguments[1]);
        long size = elements.size();
        long start = Math.max(0, (Long) arguments[2] < 0 ? size + (Long) arguments[2] : (Long) arguments[2]);
        long length = (Long) arguments[3];
        if (length < -1 || (Long) arguments[4] < 0) {
            return null;
        }
        long end = length < 0 ? size : Math.min(size, start + length);
        long seen = 0;
        for (long i = start; i < end; i++) {
            if (same(elements.get((int) i), wanted) && ++seen == (Long) arguments[4]) {
                return i;
            }
        }
        return -1L;
    }

    /** Nulls are skipped; null when another element is no number. */
    public static Double sum(String array) {
        List<?> elements = elements(array);
        if (elements == null) {
            return null;
        }
        double sum = 0;
        for (Object element : elements) {
            if (element instanceof Number number) {
                sum += number.doubleValue();
            } else if (element != null) {
                return null;
            }
        }
        return sum;
    }

    /** Conditions are bools, or numbers that are not zero; the two sides are arrays or one value for all. */
    public static String choose(String conditions, String then, String otherwise) {
        List<?> elements = elements(conditions);
        if (elements == null) {
            return null;
        }
        Object first = Json.read(then);
        Object second = Json.read(otherwise);
        List<Object> chosen = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Object condition = elements.get(i);
            boolean isCondition = condition instanceof Boolean || condition instanceof Number;
            boolean holds =
                    condition instanceof Boolean bool ? bool : isCondition && ((Number) condition).doubleValue() != 0;
            chosen.add(isCondition ? side(holds ? first : second, i) : null);
        }
        return JsonText.of(chosen);
    }

    public static String repeat(String value, Long count) {
        if (count == null || count < 0) {
            return null;
        }
        if (count > LONGEST) {
            throw new IllegalArgumentException("repeat() would make an array of more than " + LONGEST + " elements");
        }
        return Collections.nCopies(count.intValue(), String.valueOf(value)).stream()
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The longest array gives the length, shorter ones are filled with null; what is no array is an array of itself. */
    public static String zip(Object[] arrays) {
        List<List<?>> columns = new ArrayList<>();
        for (Object array : arrays) {
            Object value = Json.read((String) array);
            columns.add(value instanceof List<?> list ? list : Collections.singletonList(value));
        }
        int rows = columns.stream().mapToInt(List::size).max().orElse(0);
        List<Object> zipped = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Object> values = new ArrayList<>();
            for (List<?> column : columns) {
                values.add(row < column.size() ? column.get(row) : null);
            }
            zipped.add(values);
        }
        return JsonText.of(zipped);
    }

    private static Object side(Object values, int index) {
        if (values instanceof List<?> list) {
            return index < list.size() ? list.get(index) : null;
        }
        return values;
    }
}
