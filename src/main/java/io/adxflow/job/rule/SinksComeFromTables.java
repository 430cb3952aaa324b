package io.adxflow.job.rule;

import static io.adxflow.job.model.JobProblem.NOTHING_WRITTEN;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.JobDraft;
import java.util.List;

/** There is a sink, and every sink is fed from a source or step that exists. */
final class SinksComeFromTables implements JobRule {
    @Override
    public List<Diagnostic> check(JobDraft draft) {
        if (draft.job().sinks().isEmpty() && draft.isWhole()) {
            return List.of(NOTHING_WRITTEN
                    .at(Span.at(0))
                    .withHint("add a table under 'write:', for example 'Storms: {from: storms, mode: replace}'"));
        }
        return draft.job().sinks().stream()
                .flatMap(sink -> UnknownTable.check(sink.from(), draft).stream())
                .toList();
    }
}
