package io.adxflow.cli;

import io.adxflow.databricks.deploy.DeployedJob;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads jobs as a workspace will run them. A value that only Databricks knows is checked when it runs. */
final class Deployables {
    private final Wiring wiring;
    private final JobOptions options;

    Deployables(Wiring wiring, JobOptions options) {
        this.wiring = wiring;
        this.options = options;
    }

    /** @throws io.adxflow.base.diagnostic.UserException when a job is wrong, or its schedule is over */
    List<DeployedJob> load(List<String> locations) {
        return locations.stream().map(this::load).toList();
    }

    DeployedJob load(String location) {
        Environment environment = wiring.environments().load(options.environment(), location);
        Job job = wiring.jobs().load(location, environment, valuesOfToday());
        job.schedule()
                .ifPresent(
                        schedule -> ScheduleText.next(schedule, wiring.clock().instant()));
        return DeployedJob.of(job, environment, options.settingsForLater(), JarName.of(Version.text()));
    }

    private Map<String, String> valuesOfToday() {
        Map<String, String> values = new HashMap<>(options.settingsForLater());
        values.values().removeIf(value -> value.contains("{{"));
        return values;
    }

    /** The name of the job jar on a volume: a new version never changes the jar of a run that is on its way. */
    static final class JarName {
        private JarName() {}

        static String of(String version) {
            return "adxflow-job-" + version.replaceAll("[^A-Za-z0-9.-]", "") + ".jar";
        }
    }
}
