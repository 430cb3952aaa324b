package io.adxflow.kql.sql;

import io.adxflow.kql.function.KqlFunction;
import io.adxflow.kql.function.SqlTemplate;
import io.adxflow.kql.plan.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many alternatives of a filter, as people generate them: what compares one column with constants becomes one list, which DuckDB
 * looks up instead of trying one after the other.
 */
final class Alternatives {
    private static final int MANY = 16;
    private static final String EQUALS = "({0} = {1})";

    private final ScalarSql scalars;
    private final Map<String, List<String>> constants = new LinkedHashMap<>();
    private final List<Scalar> others = new ArrayList<>();

    private Alternatives(ScalarSql scalars) {
        this.scalars = scalars;
    }

    /** The condition that one of them holds; empty when they are few. */
    static Optional<String> of(Scalar.Apply or, ScalarSql scalars) {
        List<Scalar> all = all(or);
        if (all.size() < MANY) {
            return Optional.empty();
        }
        Alternatives alternatives = new Alternatives(scalars);
        all.forEach(alternatives::add);
        return Optional.of(alternatives.sql());
    }

    static boolean isOr(Scalar scalar) {
        return scalar instanceof Scalar.Apply apply && apply.function().name().equals("or");
    }

    private static List<Scalar> all(Scalar.Apply or) {
        List<Scalar> all = new ArrayList<>();
        Deque<Scalar> open = new ArrayDeque<>(List.of(or));
        while (!open.isEmpty()) {
            Scalar next = open.pop();
            if (isOr(next)) {
                List<Scalar> sides = ((Scalar.Apply) next).arguments();
                open.push(sides.get(1));
                open.push(sides.get(0));
            } else {
                all.add(next);
            }
        }
        return all;
    }

    private void add(Scalar scalar) {
        if (scalar instanceof Scalar.Apply comparison
                && isEquality(comparison.function())
                && comparison.arguments().get(0) instanceof Scalar.ColumnReference column
                && comparison.arguments().get(1) instanceof Scalar.Constant constant) {
            constants
                    .computeIfAbsent(scalars.of(column), name -> new ArrayList<>())
                    .add(scalars.of(constant));
        } else {
            others.add(scalar);
        }
    }

    private static boolean isEquality(KqlFunction function) {
        SqlTemplate sql = function.inFilter().orElse(function.sql());
        return function.name().equals("==") && sql.text().equals(EQUALS);
    }

    private String sql() {
        List<String> conditions = new ArrayList<>();
        constants.forEach((column, list) -> conditions.add(column + " IN (" + String.join(", ", list) + ")"));
        others.forEach(scalar -> conditions.add(scalars.condition(scalar)));
        return "(" + String.join(" OR ", conditions) + ")";
    }
}
