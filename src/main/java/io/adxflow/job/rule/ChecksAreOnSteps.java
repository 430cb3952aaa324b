package io.adxflow.job.rule;

import static io.adxflow.job.model.JobProblem.CHECK_ON_SOURCE;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.Check;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.Text;
import java.util.List;
import java.util.Optional;

/** A check belongs to a step that exists. */
final class ChecksAreOnSteps implements JobRule {
    @Override
    public List<Diagnostic> check(JobDraft draft) {
        return draft.job().checks().stream()
                .map(Check::step)
                .distinct()
                .flatMap(step -> check(step, draft).stream())
                .toList();
    }

    private static Optional<Diagnostic> check(Text step, JobDraft draft) {
        return draft.job().source(step.value()).isPresent()
                ? Optional.of(CHECK_ON_SOURCE
                        .at(step.span(), step.value())
                        .withHint("add a step, 'SELECT * FROM " + step.value() + "', and check that"))
                : UnknownTable.check(step, draft);
    }
}
