package io.adxflow.kql.sql;

import io.adxflow.kql.function.WindowFunction;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.WindowAssignment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Functions of neighbouring rows, over the order that the input has. */
final class WindowSql {
    private WindowSql() {}

    static String of(Relation.Window window, RelationSql relations) {
        Header input = window.input().header();
        RowSql row = relations.over(rows(window, relations));
        List<String> runs = new ArrayList<>();
        List<String> firsts = new ArrayList<>();
        List<String> functions = new ArrayList<>();
        for (WindowAssignment assignment : window.assignments()) {
            List<Field> partition = new ArrayList<>(input.partition());
            assignment.restart().ifPresent(restart -> {
                runs.add(run(restart, input, row));
                partition.add(restart.run());
            });
            List<String> arguments = row.of(assignment.arguments(), true);
            String over = over(partition, input);
            String first = "first" + assignment.field().id();
            assignment.function().first(arguments, over).ifPresent(sql -> firsts.add(sql + " AS " + first));
            WindowFunction.Rows rows = new WindowFunction.Rows(row.rows(), over, order(input));
            functions.add(RelationSql.as(assignment.function().call(arguments, rows, first), assignment.field()));
        }
        return extended(extended(extended(row.rows(), runs), firsts), functions);
    }

    /** The name of the step of the rows; computed once when they are read more than once, for ties may fall either way. */
    private static String rows(Relation.Window window, RelationSql relations) {
        String from = relations.step(window.input());
        return window.assignments().stream()
                        .anyMatch(assignment -> assignment.function().readsRows())
                ? relations.steps().addMaterialized("SELECT * FROM " + from)
                : from;
    }

    private static String order(Header input) {
        String partition =
                input.partition().stream().map(field -> Sql.name(field) + ", ").collect(Collectors.joining());
        return partition + OrderSql.clause(input).replaceFirst("^ *ORDER BY ", "");
    }

    /** The rows of a step or a select, and more columns. */
    private static String extended(String rows, List<String> columns) {
        String from = rows.startsWith("SELECT") ? "(" + rows + ")" : rows;
        return columns.isEmpty() ? rows : "SELECT *, " + String.join(", ", columns) + " FROM " + from;
    }

    private static String run(WindowAssignment.Restart restart, Header input, RowSql row) {
        return RelationSql.as(
                "count(*) FILTER (WHERE " + row.condition(restart.when()) + ") OVER (" + over(input.partition(), input)
                        + " ROWS UNBOUNDED PRECEDING)",
                restart.run());
    }

    static String over(List<Field> partition, Header input) {
        String by = partition.isEmpty()
                ? ""
                : "PARTITION BY " + partition.stream().map(Sql::name).collect(Collectors.joining(", "));
        return (by + OrderSql.clause(input)).trim();
    }
}
