package io.adxflow.job.rule;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.JobFiles;
import java.util.List;

/** Every rule. */
public final class JobRules {
    private final List<JobRule> all;

    public JobRules(JobFiles files) {
        this.all = List.of(
                new QueriesParse(),
                new SqlParses(),
                new SourceFilesExist(files),
                new StepsReadKnownTables(),
                new StepsFormNoCycle(),
                new ChecksAreOnSteps(),
                new ChecksReadTheirRowsOnly(),
                new SinksComeFromTables(),
                new SinksHaveTheirOwnTargets(),
                new SinksSpareWhatIsRead(),
                new WriteModesAreSupported(),
                new SecretsAreNamed(),
                new EverythingIsUsed());
    }

    public List<Diagnostic> check(JobDraft draft) {
        return all.stream().flatMap(rule -> rule.check(draft).stream()).toList();
    }
}
