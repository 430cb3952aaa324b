package io.adxflow.kql.function;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function of a row and its neighbours; the input must be serialized. {@code {over}} is filled with the inside of the
 * {@code OVER (…)} clause: the order of the input and, after a restart, the partition.
 *
 * @param first SQL that is computed before and is {@code {first}} in {@code sql}, because window functions cannot be nested
 * @param restart the index of the argument that starts anew where it is true, or -1
 */
public record WindowFunction(
        Signature signature,
        Optional<SqlTemplate> first,
        SqlTemplate sql,
        int restart,
        ResultName resultName,
        String summary) {
    static WindowFunction window(String signature, String sql, int restart, String summary) {
        return new WindowFunction(
                Signature.of(signature), Optional.empty(), new SqlTemplate(sql), restart, ResultName.NONE, summary);
    }

    WindowFunction after(String firstSql) {
        return new WindowFunction(signature, Optional.of(new SqlTemplate(firstSql)), sql, restart, resultName, summary);
    }

    public String name() {
        return signature.name();
    }

    /** The SQL that must be computed before, if there is any. */
    public Optional<String> first(List<String> arguments, String over) {
        return first.map(template -> signature.fill(template, arguments, Map.of("over", over)));
    }

    /**
     * The SQL of a call.
     *
     * @param rows the rows and their order
     * @param firstName the column that holds the value of {@link #first}
     */
    public String call(List<String> arguments, Rows rows, String firstName) {
        return signature.fill(
                sql,
                arguments,
                Map.of("over", rows.over(), "order", rows.order(), "rows", rows.from(), "first", firstName));
    }

    /**
     * What a function looks at.
     *
     * @param from a relation of all rows
     * @param over the inside of the {@code OVER (…)} clause
     * @param order the order of all rows, partition after partition; empty when there is none
     */
    public record Rows(String from, String over, String order) {}

    /** Whether the function reads the rows once more, beside the row that it is called for. */
    public boolean readsRows() {
        return sql.text().contains("{rows}");
    }
}
