package io.adxflow.job.rule;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.Check;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.SqlTables;
import io.adxflow.job.model.Step;
import java.util.List;
import java.util.stream.Stream;

/** The SQL of every step is a query, and that of every check a condition. */
final class SqlParses implements JobRule {
    @Override
    public List<Diagnostic> check(JobDraft draft) {
        Stream<SqlTables> steps =
                draft.job().steps().stream().filter(Step.Sql.class::isInstance).map(step -> ((Step.Sql) step).tables());
        Stream<SqlTables> checks = draft.job().checks().stream().map(Check::tables);
        return Stream.concat(steps, checks)
                .flatMap(sql -> sql.problems().stream())
                .toList();
    }
}
