package io.adxflow.cli;

import io.adxflow.databricks.deploy.DeployedJob;
import io.adxflow.databricks.deploy.JobBody;
import io.adxflow.databricks.deploy.RunToken;
import io.adxflow.databricks.deploy.SchemaCheck;
import io.adxflow.databricks.workspace.Runs;
import java.time.Duration;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a job once on Databricks. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = {
            "Run a job once on Databricks, on a cluster of its own.",
            "The same job with the same files and values is one run per day (UTC), however often it is submitted."
        },
        footer = {
            "",
            "Exit codes: 0 started, or with --wait done; 1 the run failed; 2 the input has to be repaired.",
            "",
            "Examples:",
            "  adxflow submit jobs/storm-seasons.yaml --env prod --wait",
            "  adxflow submit jobs/storm-seasons.yaml --env prod --set since=2000-01-01 --again"
        })
final class SubmitCommand extends BaseCommand {
    private final Wiring wiring;

    @Parameters(paramLabel = "JOB", description = "The YAML file of the job.")
    private String location;

    @Mixin
    private JobOptions options;

    @Mixin
    private JobJar jar;

    @Option(names = "--wait", description = "Show the state until the run is over, and then why it failed.")
    private boolean wait;

    @Option(names = "--again", description = "Start another run, even if there was the same one today.")
    private boolean again;

    @Option(names = "--poll", defaultValue = "PT5S", hidden = true, description = "How often to ask for the state.")
    private Duration poll;

    SubmitCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Releases.Prepared job = new Releases(wiring, options, jar).prepare(location);
        Runs runs = new Runs(wiring.workspace(job.deployed().target()), poll);
        Runs.Run run = runs.submit(
                SchemaCheck.checked("submit", JobBody.submit(job.deployed(), token(job.deployed()))), job.release());
        terminal().out().println("run " + run.id() + ": " + run.url());
        if (run.isOver()) {
            terminal().say("this run was started before; --again starts another");
        }
        return wait ? await(runs, run) : ExitCode.OK;
    }

    private String token(DeployedJob job) {
        return again
                ? RunToken.of(job, UUID.randomUUID().toString())
                : RunToken.of(job, wiring.clock().instant());
    }

    private ExitCode await(Runs runs, Runs.Run first) {
        try {
            Runs.Run run = runs.await(first, state -> terminal().say(state.summary()));
            if (run.succeeded()) {
                return ExitCode.OK;
            }
            runs.tail(run).forEach(terminal()::say);
            terminal().fail("run " + run.id() + " ended as " + run.summary());
            return ExitCode.RUN_FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            terminal().say("the run goes on; adxflow cancel " + first.id() + " stops it");
            return ExitCode.RUN_FAILED;
        }
    }
}
