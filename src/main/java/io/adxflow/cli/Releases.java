package io.adxflow.cli;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.databricks.deploy.DeployedJob;
import io.adxflow.databricks.deploy.RunToken;
import io.adxflow.databricks.workspace.Release;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes of job files what a workspace runs. A value that only Databricks knows is checked when the job runs. */
final class Releases {
    private static final int SHORT = 12;

    private final Wiring wiring;
    private final JobOptions options;
    private final JobJar jar;

    Releases(Wiring wiring, JobOptions options, JobJar jar) {
        this.wiring = wiring;
        this.options = options;
        this.jar = jar;
    }

    /** @param files the job, its environment and its data, by where they go */
    record Prepared(DeployedJob deployed, Map<String, byte[]> files, JobJar jar) {
        /** @throws UserException when there is no jar */
        Release release() {
            return new Release(deployed.target().volume(), deployed.jarPath(), jar.bytes(), files);
        }
    }

    /** @throws UserException when the job is wrong, its schedule is over, or a file that it needs is missing */
    Prepared prepare(String location) {
        Environment environment = wiring.environments().load(options.environment(), location);
        Job job = wiring.jobs().load(location, environment, options.valuesOfToday());
        ScheduleText.requireNext(job, wiring.clock().instant());
        DeployedJob draft = DeployedJob.of(job, environment, options.settingsForLater(), jar.name(), "");
        Map<String, byte[]> data = new CarriedFiles(folder(location), draft).read();
        byte[] text = bytes(location);
        byte[] conf = bytes(environment.text().name());
        List<byte[]> all = new ArrayList<>(List.of(text, conf));
        data.forEach((name, content) -> all.addAll(List.of(name.getBytes(StandardCharsets.UTF_8), content)));
        DeployedJob deployed = DeployedJob.of(
                job,
                environment,
                options.settingsForLater(),
                jar.name(),
                RunToken.digest(all).substring(0, SHORT));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(deployed.jobPath(), text);
        files.put(deployed.environmentPath(), conf);
        data.forEach((name, content) -> files.put(deployed.folder() + "/" + name, content));
        return new Prepared(deployed, files, jar);
    }

    private Path folder(String location) {
        Path folder = wiring.directory().resolve(location).getParent();
        return folder == null ? wiring.directory() : folder;
    }

    /** The file as it is: what a loaded job or environment keeps of it is covered where it may hold secrets. */
    private byte[] bytes(String location) {
        return wiring.files().read(location).text().getBytes(StandardCharsets.UTF_8);
    }
}
