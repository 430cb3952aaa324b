package io.adxflow.job.rule;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.JobDraft;
import java.util.List;

/** A step reads sources and other steps of its job, and nothing else. */
final class StepsReadKnownTables implements JobRule {
    @Override
    public List<Diagnostic> check(JobDraft draft) {
        return draft.job().steps().stream()
                .flatMap(step -> step.inputs().stream())
                .flatMap(name -> UnknownTable.check(name, draft).stream())
                .toList();
    }
}
