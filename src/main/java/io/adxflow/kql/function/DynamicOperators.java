package io.adxflow.kql.function;

import static io.adxflow.kql.function.KqlFunction.scalar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Dynamic values beside values of a type: the value inside is converted to that type first; null when it does not convert.
 */
final class DynamicOperators {
    static final List<KqlFunction> ALL = all();

    private DynamicOperators() {}

    private static List<KqlFunction> all() {
        List<KqlFunction> all = new ArrayList<>();
        for (String symbol : List.of("<", "<=", ">", ">=")) {
            for (String type : List.of("long", "real", "datetime", "timespan")) {
                add(all, symbol, type, "bool", "Compared with the value inside");
            }
        }
        for (String symbol : List.of("+", "-", "*", "/", "%")) {
            for (String type : List.of("long", "real")) {
                add(all, symbol, type, type, "Computed with the value inside");
            }
        }
        return List.copyOf(all);
    }

    private static void add(List<KqlFunction> all, String symbol, String type, String result, String summary) {
        String sql = row(symbol, type).sql().text();
        // A remainder names its arguments more than once, so every place is replaced.
        String inside = "kql_dynamic_to_" + type + "(%s)";
        all.add(scalar(
                symbol + "(left: dynamic, right: " + type + "): " + result,
                sql.replace("{0}", inside.formatted("{0}")),
                summary));
        all.add(scalar(
                symbol + "(left: " + type + ", right: dynamic): " + result,
                sql.replace("{1}", inside.formatted("{1}")),
                summary));
    }

    private static KqlFunction row(String symbol, String type) {
        TypeClass wanted =
                type.equals("long") ? TypeClass.COMMON_NUMBER : TypeClass.valueOf(type.toUpperCase(Locale.ROOT));
        List<KqlFunction> rows = new ArrayList<>(ComparisonOperators.ALL);
        rows.addAll(ArithmeticOperators.ALL);
        return rows.stream()
                .filter(row -> row.name().equals(symbol) && row.signature().takes(2))
                .filter(row -> isOf(row, wanted) || isOf(row, TypeClass.LONG) && type.equals("long"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOf(KqlFunction row, TypeClass type) {
        return row.signature().parameters().stream().allMatch(parameter -> parameter.type() == type);
    }
}
