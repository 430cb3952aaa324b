package io.adxflow.kql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The common table expressions of a statement, in the order in which they build on each other. */
final class Steps {
    private final List<String> steps = new ArrayList<>();
    private boolean isRecursive;
    private int shared;

    String add(String select) {
        return add(" AS (", select);
    }

    /** A step that is computed once, however many others read it. */
    String addMaterialized(String select) {
        return add(" AS MATERIALIZED (", select);
    }

    /** A step that reads itself; the function is given its name. */
    String addRecursive(UnaryOperator<String> select) {
        isRecursive = true;
        return add(select.apply(nextName()));
    }

    private String add(String opening, String select) {
        String name = nextName();
        steps.add(name + opening + select + ")");
        return name;
    }

    /** A name for a column that no step has yet. */
    String nextShared() {
        return "shared" + ++shared;
    }

    private String nextName() {
        return "step" + (steps.size() + 1);
    }

    String statement(String last) {
        return steps.stream()
                        .collect(Collectors.joining(",\n  ", isRecursive ? "WITH RECURSIVE\n  " : "WITH\n  ", "\n"))
                + last;
    }
}
