package io.adxflow.cli;

import io.adxflow.databricks.deploy.DeployProblem;
import io.adxflow.databricks.workspace.JobRemover;
import io.adxflow.job.model.DatabricksTarget;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes deployed jobs from a Databricks workspace. */
@Command(
        name = "undeploy",
        mixinStandardHelpOptions = true,
        description = {
            "Take jobs from a Databricks workspace, with all their releases on the volume.",
            "Tables that the jobs wrote stay, and so does the job jar, which other jobs may use."
        },
        footer = {
            "",
            "Examples:",
            "  adxflow undeploy jobs/storm-seasons.yaml --env prod",
            "  adxflow undeploy jobs/storm-seasons.yaml --env prod --apply"
        })
final class UndeployCommand extends BaseCommand {
    private final Wiring wiring;

    @Parameters(arity = "1..*", paramLabel = "JOB", description = "Job files.")
    private List<String> locations = new ArrayList<>();

    @Mixin
    private JobOptions options;

    @Option(names = "--apply", description = "Do it. Without this option it is only shown.")
    private boolean apply;

    UndeployCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        locations.forEach(this::undeploy);
        return ExitCode.OK;
    }

    private void undeploy(String location) {
        Environment environment = wiring.environments().load(options.environment(), location);
        Job job = wiring.jobs().load(location, environment, options.valuesOfToday());
        DatabricksTarget target = environment.databricks().orElseThrow(() -> DeployProblem.noWorkspace(environment)
                .toException());
        String name = job.name().value();
        JobRemover remover = new JobRemover(wiring.workspace(target));
        JobRemover.Remains remains = remover.find(name, target.volume() + "/jobs/" + name);
        if (apply) {
            remover.remove(remains);
        }
        terminal().out().println(name + ": " + text(remains));
    }

    private String text(JobRemover.Remains remains) {
        if (remains.isEmpty()) {
            return "nothing there";
        }
        String job = remains.jobId().map(id -> "job " + id).orElse("no job");
        return (apply ? "deleted " : "would delete ") + job + " and "
                + remains.files().size() + " files";
    }
}
