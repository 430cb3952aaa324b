package io.adxflow.kql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The common table expressions of a statement, in the order in which they build on each other. */
final class Steps {
    private final List<String> steps = new ArrayList<>();

    String add(String select) {
        return add(" AS (", select);
    }

    /** A step that is computed once, however many others read it. */
    String addMaterialized(String select) {
        return add(" AS MATERIALIZED (", select);
    }

    private String add(String opening, String select) {
        String name = "step" + (steps.size() + 1);
        steps.add(name + opening + select + ")");
        return name;
    }

    String statement(String last) {
        return steps.stream().collect(Collectors.joining(",\n  ", "WITH\n  ", "\n")) + last;
    }
}
