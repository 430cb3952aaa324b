package io.adxflow.run.model;

import io.adxflow.job.model.Otherwise;
import java.util.List;

/**
 * The verdict of one check.
 *
 * @param condition as written in the job
 * @param rows all rows of the step
 * @param failed rows for which the condition is not true
 * @param sample some of them, as JSON
 */
public record CheckResult(
        String step, String condition, Otherwise otherwise, long rows, long failed, List<String> sample) {
    public CheckResult {
        sample = List.copyOf(sample);
    }

    /** Whether this check alone makes the run fail. */
    public boolean failsTheRun() {
        return failed > 0 && otherwise == Otherwise.FAIL;
    }
}
