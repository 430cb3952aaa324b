package io.adxflow.cli;

import io.adxflow.databricks.deploy.DeployedJob;
import io.adxflow.databricks.deploy.JobBody;
import io.adxflow.databricks.deploy.RunToken;
import io.adxflow.databricks.deploy.SchemaCheck;
import io.adxflow.databricks.workspace.MayHaveStartedException;
import io.adxflow.databricks.workspace.Run;
import io.adxflow.databricks.workspace.Runs;
import java.time.Duration;
import java.util.Map;
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
            "Each call is a run of its own. A call that had no answer, because the network or this program broke off,"
                    + " is not: the same command again finds the run that it started, or starts it."
        },
        footer = {
            "",
            "Exit codes: 0 started, or with --wait done; 1 the run failed or was stopped;",
            "2 the input has to be repaired.",
            "",
            "Examples:",
            "  adxflow submit jobs/storm-seasons.yaml --env prod --wait",
            "  adxflow submit jobs/storm-seasons.yaml --env prod --set since=2000-01-01",
            "  adxflow submit jobs/storm-seasons.yaml --env prod --token build-4711"
        })
final class SubmitCommand extends BaseCommand {
    private final Wiring wiring;

    @Parameters(paramLabel = "JOB", description = "The YAML file of the job.")
    private String location;

    @Mixin
    private JobOptions options;

    @Mixin
    private JobJar jar;

    @Option(names = "--wait", description = "Show the state until the run is over, and then the end of its log.")
    private boolean wait;

    @Option(
            names = "--token",
            paramLabel = "TEXT",
            description =
                    "The same text is the same run, from every machine and for ever: the number of a build, a date.")
    private String token;

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
        long id;
        try {
            id = token == null ? submit(runs, job) : start(runs, job, RunToken.of(job.deployed(), token));
        } catch (MayHaveStartedException e) {
            terminal()
                    .fail(e.getMessage() + "\n    hint: whether a run was started is not known; the same command again"
                            + " finds it, and never starts a second one");
            return ExitCode.RUN_FAILED;
        }
        return show(runs, id);
    }

    private ExitCode show(Runs runs, long id) {
        terminal().out().println("run " + id);
        terminal().out().flush();
        Run run = runs.find(id);
        terminal().out().println(run.url());
        return wait ? new RunWatch(runs, terminal(), options.environment()).await(run) : ExitCode.OK;
    }

    private long submit(Runs runs, Releases.Prepared job) {
        PendingSubmission pending =
                PendingSubmission.of(wiring.stateDirectory().resolve("submissions"), job.deployed());
        if (pending.isRepeated()) {
            terminal().say("note: an earlier submission had no answer; this is the same one again");
        }
        try {
            long id = start(runs, job, pending.token());
            pending.answered();
            return id;
        } catch (MayHaveStartedException e) {
            throw e;
        } catch (RuntimeException refused) {
            if (!pending.isRepeated()) {
                pending.answered();
            }
            throw refused;
        }
    }

    private static long start(Runs runs, Releases.Prepared job, String token) {
        DeployedJob deployed = job.deployed();
        Map<String, Object> body = SchemaCheck.checked("submit", JobBody.submit(deployed, token));
        return runs.submit(body, job.release());
    }
}
