package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Arithmetic on numeric arrays, as JSON text in and out. A number beside an array counts for each of its elements. */
public final class Series {
    private Series() {}

    /** The numbers of an array, null where an element is none; null when it is no array. */
    static Double[] numbers(String json) {
        return Json.read(json) instanceof List<?> list
                ? list.stream().map(Series::number).toArray(Double[]::new)
                : null;
    }

    static Double number(Object element) {
        if (element instanceof Number number) {
            return number.doubleValue();
        }
        return element instanceof String text && isWord(text) ? NumberText.readReal(text) : null;
    }

    public static String binary(String operation, String left, String right) {
        return zip(left, right, (a, b) -> {
            boolean isWhole =
                    a instanceof Long && b instanceof Long && !operation.equals("divide") && !operation.equals("pow");
            double value = compute(operation, number(a), number(b));
            return isWhole ? (Object) Math.round(value) : (Object) value;
        });
    }

    public static String compare(String comparison, String left, String right) {
        return zip(left, right, (a, b) -> {
            double x = number(a);
            double y = number(b);
            return switch (comparison) {
                case "equals" -> x == y;
                case "not_equals" -> x != y;
                case "less" -> x < y;
                case "less_equals" -> x <= y;
                case "greater" -> x > y;
                case "greater_equals" -> x >= y;
                default -> throw new IllegalArgumentException("no comparison '" + comparison + "'");
            };
        });
    }

    public static String unary(String operation, String series) {
        if (!(Json.read(series) instanceof List<?> list)) {
            return null;
        }
        List<Object> results = new ArrayList<>();
        for (Object element : list) {
            Double value = number(element);
            results.add(value == null ? null : compute(operation, value, element instanceof Long));
        }
        return JsonText.of(results);
    }

    private static Object compute(String operation, double value, boolean isWhole) {
        return switch (operation) {
            case "abs" -> Math.abs(value);
            case "acos" -> Math.acos(value);
            case "asin" -> Math.asin(value);
            case "atan" -> Math.atan(value);
            case "ceiling" -> Math.ceil(value);
            case "cos" -> Math.cos(value);
            case "exp" -> Math.exp(value);
            case "floor" -> Math.floor(value);
            case "log" -> Math.log(value);
            case "sign" -> isWhole ? (Object) (long) Math.signum(value) : (Object) Math.signum(value);
            case "sin" -> Math.sin(value);
            case "tan" -> Math.tan(value);
            default -> throw new IllegalArgumentException("no operation '" + operation + "'");
        };
    }

    private static double compute(String operation, double a, double b) {
        return switch (operation) {
            case "add" -> a + b;
            case "subtract" -> a - b;
            case "multiply" -> a * b;
            case "divide" -> a / b;
            case "pow" -> Math.pow(a, b);
            default -> throw new IllegalArgumentException("no operation '" + operation + "'");
        };
    }

    private static String zip(String left, String right, BiFunction<Object, Object, Object> operation) {
        Object a = Json.read(left);
        Object b = Json.read(right);
        if (!(a instanceof List<?>) && !(b instanceof List<?>)) {
            return null;
        }
        int size = Math.max(size(a), size(b));
        List<Object> results = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Object x = element(a, i);
            Object y = element(b, i);
            results.add(number(x) == null || number(y) == null ? null : operation.apply(x, y));
        }
        return JsonText.of(results);
    }

    private static int size(Object value) {
        return value instanceof List<?> list ? list.size() : 0;
    }

    private static Object element(Object value, int index) {
        if (value instanceof List<?> list) {
            return index < list.size() ? list.get(index) : null;
        }
        return value;
    }

    private static boolean isWord(String text) {
        return Arrays.asList("NaN", "Infinity", "-Infinity").contains(text);
    }
}
