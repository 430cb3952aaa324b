package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What is known about a job file.
 *
 * @param job the job, present when there is no error among the diagnostics
 * @param diagnostics everything that is wrong, sorted by place
 */
public record CheckedJob(Optional<Job> job, List<Diagnostic> diagnostics) {
    public CheckedJob {
        diagnostics = List.copyOf(diagnostics);
    }
}
