package io.adxflow.run.doctor;

import io.adxflow.adx.client.AdxColumn;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.run.model.AdxWrite;
import io.adxflow.run.model.RunProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows that go from a source to a table as they are have the columns of the table, each with its type. */
final class ColumnsFit {
    private ColumnsFit() {}

    /** @throws UserException with every column that does not fit */
    static void require(List<AdxColumn> rows, List<AdxColumn> table, AdxWrite write) {
        String from = write.from().value();
        String into = write.table().value();
        Map<String, AdxColumn> given = byName(rows);
        Map<String, AdxColumn> wanted = byName(table);
        List<Diagnostic> problems = new ArrayList<>();
        wanted.values().stream()
                .filter(column -> !given.containsKey(column.name()))
                .forEach(column -> problems.add(RunProblem.COLUMN_MISSING.with(into, column.name(), from)));
        for (AdxColumn column : given.values()) {
            AdxColumn there = wanted.get(column.name());
            if (there == null) {
                problems.add(RunProblem.COLUMN_UNKNOWN.with(from, column.name(), into));
            } else if (there.type() != column.type()) {
                problems.add(RunProblem.COLUMN_TYPE.with(
                        column.name(), column.type().kql(), from, there.type().kql(), into));
            }
        }
        if (!problems.isEmpty()) {
            throw new UserException(problems.stream()
                    .map(problem ->
                            problem.withHint("project the columns of the table in the query, or alter the table"))
                    .toList());
        }
    }

    private static Map<String, AdxColumn> byName(List<AdxColumn> columns) {
        return columns.stream().collect(Collectors.toMap(AdxColumn::name, Function.identity(), (one, other) -> one));
    }
}
