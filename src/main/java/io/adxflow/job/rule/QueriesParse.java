package io.adxflow.job.rule;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.job.model.EmbeddedText;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.Source;
import io.adxflow.kql.Kql;
import java.util.List;
import java.util.stream.Stream;

/**
 * The KQL of every source is KQL. What our parser does not know may still be known to a real cluster, so outside of the
 * emulator that is a warning.
 */
final class QueriesParse implements JobRule {
    private static final String NOT_SUPPORTED = "KQL9";

    @Override
    public List<Diagnostic> check(JobDraft draft) {
        return draft.job().sources().stream()
                .filter(Source.Kql.class::isInstance)
                .flatMap(source -> problems(((Source.Kql) source).query(), draft))
                .toList();
    }

    private static Stream<Diagnostic> problems(EmbeddedText query, JobDraft draft) {
        try {
            Kql.parse(new SourceText(draft.job().text().name(), query.text()));
            return Stream.empty();
        } catch (UserException e) {
            return e.diagnostics().stream()
                    .map(diagnostic -> query.inFile(diagnostic, draft.job().text()))
                    .map(diagnostic -> isForThisCluster(diagnostic, draft) ? diagnostic : diagnostic.asWarning());
        }
    }

    private static boolean isForThisCluster(Diagnostic diagnostic, JobDraft draft) {
        return draft.environment().adx().isEmulator() || !diagnostic.code().startsWith(NOT_SUPPORTED);
    }
}
