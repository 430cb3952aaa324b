package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.List;

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
        switch (direction) {
            case "forward" -> forward(elements);
            case "backward" -> backward(elements);
            default -> linear(elements, direction.equals("linear"));
        }
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
        int before = -1;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) == null) {
                continue;
            }
            if (before >= 0) {
                between(elements, before, i);
            }
            before = i;
        }
        if (fillEdges) {
            forward(elements);
            backward(elements);
        }
    }

    private static void between(List<Object> elements, int before, int behind) {
        Double first = Series.number(elements.get(before));
        Double last = Series.number(elements.get(behind));
        if (first == null || last == null) {
            return;
        }
        for (int i = before + 1; i < behind; i++) {
            elements.set(i, first + (last - first) * (i - before) / (behind - before));
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
