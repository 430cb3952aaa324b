package io.adxflow.job;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.job.model.CheckedJob;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.JobFiles;
import io.adxflow.job.rule.JobRules;
import io.adxflow.job.spark.SparkSqlReader;
import io.adxflow.job.yaml.Findings;
import io.adxflow.job.yaml.JobReader;
import io.adxflow.job.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads jobs.
 *
 * <pre>
 * file ─ yaml ─► tree ─ parameter ─► values ─ yaml ─► draft ─ rule ─► Job
 *                                                ▲
 *                              spark (the tables of SQL)
 * </pre>
 */
public final class Jobs {
    private final JobFiles files;

    public Jobs(JobFiles files) {
        this.files = files;
    }

    /**
     * A job that is ready to run.
     *
     * @param settings values of parameters that win over those of the job and of the environment
     * @throws UserException with everything that is wrong, sorted by place
     */
    public Job load(String location, Environment environment, Map<String, String> settings) {
        CheckedJob checked = check(location, environment, settings);
        return checked.job().orElseThrow(() -> new UserException(checked.diagnostics()));
    }

    /**
     * Everything that can be said about a job without running it, without a cluster and without Spark.
     *
     * @throws UserException when the file cannot be read at all
     */
    public CheckedJob check(String location, Environment environment, Map<String, String> settings) {
        SourceText file = files.read(location);
        Findings findings = Findings.ofJob(file);
        Optional<JobDraft> draft = YamlTree.read(findings)
                .map(tree -> new JobReader(findings, new SparkSqlReader(), environment).read(tree, settings));
        List<Diagnostic> diagnostics = new ArrayList<>(findings.all());
        draft.ifPresent(found -> new JobRules(files)
                .check(found).stream()
                        .map(problem -> problem.in(findings.shown()))
                        .forEach(diagnostics::add));
        diagnostics.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
        boolean isFine = diagnostics.stream().noneMatch(Diagnostic::isError);
        return new CheckedJob(draft.map(JobDraft::job).filter(job -> isFine), diagnostics);
    }
}
