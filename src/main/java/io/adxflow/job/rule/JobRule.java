package io.adxflow.job.rule;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.JobDraft;
import java.util.List;

/** Something that holds for every job that may run. */
public interface JobRule {
    /** What breaks the rule; places in the file of the job. */
    List<Diagnostic> check(JobDraft draft);
}
