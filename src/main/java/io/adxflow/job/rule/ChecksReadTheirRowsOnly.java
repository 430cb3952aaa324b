package io.adxflow.job.rule;

import static io.adxflow.job.model.JobProblem.NOT_YET;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.JobDraft;
import java.util.List;

/** A check decides about a row by that row alone. */
final class ChecksReadTheirRowsOnly implements JobRule {
    @Override
    public List<Diagnostic> check(JobDraft draft) {
        return draft.job().checks().stream()
                .flatMap(check -> check.tables().names().stream())
                .map(name -> NOT_YET.at(name.span(), "a query inside a check")
                        .withHint("join '" + name.value() + "' in the step, and check the column that comes out"))
                .toList();
    }
}
