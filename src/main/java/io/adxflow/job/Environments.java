package io.adxflow.job;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.FilePlace;
import io.adxflow.job.model.JobFiles;
import io.adxflow.job.yaml.EnvironmentReader;
import io.adxflow.job.yaml.Findings;
import io.adxflow.job.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Loads environments. */
public final class Environments {
    /** The environment of a workstation, which jobs use when none is named. */
    public static final String DEFAULT = "local";

    private final JobFiles files;

    public Environments(JobFiles files) {
        this.files = files;
    }

    /**
     * An environment.
     *
     * @param named the location of a file, or a name: {@code prod} is {@code conf/prod.yaml} where we are, else beside the
     *     folder of the job
     * @param job the location of the job
     * @throws UserException with everything that is wrong, sorted by place
     */
    public Environment load(String named, String job) {
        String location = location(named, job);
        SourceText file = files.read(location);
        Findings findings = Findings.ofEnvironment(file);
        Optional<Environment> environment =
                YamlTree.read(findings).flatMap(tree -> new EnvironmentReader(findings).read(name(location), tree));
        List<Diagnostic> diagnostics = new ArrayList<>(findings.all());
        if (!diagnostics.isEmpty()) {
            diagnostics.sort(
                    Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
            throw new UserException(diagnostics);
        }
        return environment.orElseThrow(() -> new IllegalStateException("nothing is wrong with " + location));
    }

    private String location(String named, String job) {
        boolean isFile =
                named.endsWith(".yaml") || named.endsWith(".yml") || named.contains("/") || FilePlace.hasScheme(named);
        if (isFile) {
            return named;
        }
        String here = "conf/" + named + ".yaml";
        String beside = FilePlace.resolve(job, "../" + here);
        boolean isBeside =
                !files.exists(here).orElse(false) && files.exists(beside).orElse(FilePlace.hasScheme(job));
        return isBeside ? beside : here;
    }

    private static String name(String location) {
        String file = location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf(':')) + 1);
        return file.replaceFirst("\\.ya?ml$", "");
    }
}
