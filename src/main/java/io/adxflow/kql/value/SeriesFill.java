package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Fills the missing elements of arrays; nulls, or what is named as the sign of a missing element. */
public final class SeriesFill {
    private SeriesFill() {}

    public static String constant(String series, Double constant, String missing) {
        List<Object> elements = elements(series, missing);
        if (elements == null || constant == null) {
            return null;
        }
        boolean isWhole = constant == constant.longValue();
        elements.replaceAll(
                element -> element != null ? element : isWhole ? (Object) constant.longValue() : (Object) constant);
        return JsonText.of(elements);
    }

    public static String fill(String direction, String series, String missing) {
        List<Object> elements = elements(series, missing);
        if (elements == null) {
            return null;
        }
        if (direction.equals("forward")) {
            forward(elements);
        } else {
            backward(elements);
        }
        return JsonText.of(elements);
    }

    /**
     * On the line between the neighbours; between whole numbers the whole part.
     *
     * @param constant what a series gets that has no number at all; null keeps it as it is
     */
    public static String linear(String series, String missing, Boolean fillEdges, Double constant) {
        List<Object> elements = elements(series, missing);
        if (elements == null || fillEdges == null) {
            return null;
        }
        if (elements.stream().allMatch(Objects::isNull)) {
            elements.replaceAll(none -> constant);
        }
        linear(elements, fillEdges);
        return JsonText.of(elements);
    }

    private static void forward(List<Object> elements) {
        for (int i = 1; i < elements.size(); i++) {
            if (elements.get(i) == null) {
                elements.set(i, elements.get(i - 1));
            }
        }
    }

    private static void backward(List<Object> elements) {
        for (int i = elements.size() - 2; i >= 0; i--) {
            if (elements.get(i) == null) {
                elements.set(i, elements.get(i + 1));
            }
        }
    }

    private static void linear(List<Object> elements, boolean fillEdges) {
        boolean isWhole = elements.stream().allMatch(element -> element == null || element instanceof Long);
        int before = -1;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) == null) {
                continue;
            }
            if (before >= 0) {
                between(elements, before, i, isWhole);
            }
            before = i;
        }
        if (fillEdges) {
            forward(elements);
            backward(elements);
        }
    }

    private static void between(List<Object> elements, int before, int behind, boolean isWhole) {
        Double first = Series.number(elements.get(before));
        Double last = Series.number(elements.get(behind));
        if (first == null || last == null) {
            return;
        }
        for (int i = before + 1; i < behind; i++) {
            double value = first + (last - first) * (i - before) / (behind - before);
            elements.set(i, isWhole ? (Object) (long) value : (Object) value);
        }
    }

    private static List<Object> elements(String series, String missing) {
        List<?> list = DynamicArrays.elements(series);
        if (list == null) {
            return null;
        }
        Object sign = Json.read(missing);
        List<Object> elements = new ArrayList<>(list);
        elements.replaceAll(element -> DynamicArrays.same(element, sign) ? null : element);
        return elements;
    }
}
