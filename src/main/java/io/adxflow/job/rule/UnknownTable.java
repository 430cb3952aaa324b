package io.adxflow.job.rule;

import static io.adxflow.job.model.JobProblem.UNKNOWN_TABLE;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.Text;
import java.util.Optional;

/** What several rules say about a name that nothing has. */
final class UnknownTable {
    private UnknownTable() {}

    static Optional<Diagnostic> check(Text name, JobDraft draft) {
        return draft.hasTable(name.value())
                ? Optional.empty()
                : Optional.of(UNKNOWN_TABLE
                        .at(name.span(), name.value())
                        .withHint(Suggestion.hint(name.value(), "sources and steps", draft.tables())));
    }
}
