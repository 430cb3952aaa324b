package io.adxflow.run.spark;

import io.adxflow.job.model.Check;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Step;
import io.adxflow.run.model.CheckResult;
import io.adxflow.run.quality.CheckSql;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the rows that fail the checks of a step, all checks in one pass over the rows that the step keeps. */
final class QualityOnSpark {
    private static final int SAMPLE = 5;

    private final Job job;
    private final FlowTables tables;

    QualityOnSpark(Job job, FlowTables tables) {
        this.job = job;
        this.tables = tables;
    }

    List<CheckResult> verdicts(Step step) {
        List<Check> checks = job.checksOf(step);
        if (checks.isEmpty()) {
            return List.of();
        }
        Dataset<Row> rows = tables.unchecked(step.name());
        List<String> aggregates = new ArrayList<>(List.of("count(1)"));
        checks.forEach(check -> aggregates.add(CheckSql.failed(check)));
        Row counted = rows.selectExpr(aggregates.toArray(String[]::new)).first();
        List<CheckResult> verdicts = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            verdicts.add(verdict(checks.get(i), rows, counted.getLong(0), counted.getLong(i + 1)));
        }
        return verdicts;
    }

    private CheckResult verdict(Check check, Dataset<Row> rows, long all, long failed) {
        List<String> sample = failed == 0
                ? List.of()
                : rows.filter(CheckSql.fails(check)).limit(SAMPLE).toJSON().collectAsList();
        return new CheckResult(
                check.step().value(), check.condition().text().strip(), check.otherwise(), all, failed, sample);
    }
}
