package io.adxflow.databricks.deploy;

import static io.adxflow.databricks.deploy.DeployProblem.EMULATOR;
import static io.adxflow.databricks.deploy.DeployProblem.OUTSIDE;

import io.adxflow.job.model.DatabricksTarget;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A job and where its files are in a workspace: the folders of the volume are those of a checkout.
 *
 * @param settings values of parameters that hold for every run
 * @param jar the name of the job jar, which has the version in it
 * @param release what tells these files from those of another deployment, so that a run never sees both
 */
public record DeployedJob(
        Job job,
        Environment environment,
        DatabricksTarget target,
        Map<String, String> settings,
        String jar,
        String release) {
    public DeployedJob {
        settings = Map.copyOf(settings);
    }

    /** @throws io.adxflow.base.diagnostic.UserException when the environment is not one that Databricks reaches */
    public static DeployedJob of(
            Job job, Environment environment, Map<String, String> settings, String jar, String release) {
        DatabricksTarget target = environment.databricks().orElseThrow(() -> DeployProblem.noWorkspace(environment)
                .toException());
        if (environment.adx().isEmulator()) {
            throw EMULATOR.with(environment.name())
                    .withHint("name another with --env")
                    .toException();
        }
        return new DeployedJob(job, environment, target, settings, jar, release);
    }

    public String jarPath() {
        return target.volume() + "/lib/" + jar;
    }

    /** Each deployment of a job has a folder of its own. */
    public String folder() {
        return target.volume() + "/jobs/" + job.name().value() + "/" + release;
    }

    public String jobPath() {
        return folder() + "/" + fileName(job.text().name());
    }

    public String environmentPath() {
        return folder() + "/conf/" + environment.name() + ".yaml";
    }

    /**
     * The files beside the job that it reads, as the job writes them.
     *
     * @throws io.adxflow.base.diagnostic.UserException when one of them would not be found from the folder of the volume
     */
    public List<Source.File> dataFiles() {
        List<Source.File> found = new ArrayList<>();
        for (Source source : job.sources()) {
            if (source instanceof Source.File file && isCarried(file)) {
                found.add(file);
            }
        }
        return found;
    }

    private boolean isCarried(Source.File file) {
        String written = file.place().written();
        boolean isElsewhere = written.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") || written.startsWith("/Volumes/");
        if (isElsewhere) {
            return false;
        }
        if (written.startsWith("/") || List.of(written.split("/")).contains("..")) {
            throw OUTSIDE.at(file.place().span(), file.name(), written)
                    .withHint("put it beside the job, or on a volume: /Volumes/…")
                    .in(job.text())
                    .toException();
        }
        return true;
    }

    private static String fileName(String location) {
        return location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1);
    }
}
