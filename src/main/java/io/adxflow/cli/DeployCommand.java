package io.adxflow.cli;

import io.adxflow.base.json.IndentedJson;
import io.adxflow.databricks.deploy.BlockYaml;
import io.adxflow.databricks.deploy.Bundle;
import io.adxflow.databricks.deploy.DeployedJob;
import io.adxflow.databricks.deploy.JobBody;
import io.adxflow.databricks.deploy.SchemaCheck;
import io.adxflow.databricks.workspace.JobDeployer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings jobs to a Databricks workspace, or shows what would be asked for. */
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description = "Bring jobs to a Databricks workspace, or print what it would be asked for.",
        footer = {
            "",
            "On the volume: the job jar in lib/; in jobs/<job>/<release>/ the job,",
            "conf/<environment>.yaml, and the files that the job reads from its own",
            "folder. The cluster is of the job alone, with runtime 16.4 LTS. It gets the",
            "jar and, with 'engine: connector', Microsoft's connector from Maven Central.",
            "What fails is taken back; what has not changed is left alone.",
            "'adxflow undeploy' takes a job away again.",
            "",
            "Examples:",
            "  adxflow deploy jobs/storm-seasons.yaml --env prod --print job",
            "  adxflow deploy jobs/*.yaml --env prod --print bundle > databricks.yml",
            "  adxflow deploy jobs/storm-seasons.yaml --env prod --apply"
        })
final class DeployCommand extends BaseCommand {
    /** What can be printed. */
    enum Printed {
        bundle,
        job,
        submit
    }

    /** What happens: one of the two. */
    private static final class Action {
        @Option(
                names = "--print",
                paramLabel = "WHAT",
                description = "Print, offline: ${COMPLETION-CANDIDATES} (a databricks.yml, or a body of jobs/create or"
                        + " runs/submit).")
        private Printed printed;

        @Option(
                names = "--apply",
                description = "Upload jar, jobs, environment and data, and create or reset the jobs.")
        private boolean apply;
    }

    private final Wiring wiring;

    @Parameters(arity = "1..*", paramLabel = "JOB", description = "Job files.")
    private List<String> locations = new ArrayList<>();

    @Mixin
    private JobOptions options;

    @Mixin
    private JobJar jar;

    @ArgGroup(multiplicity = "1")
    private Action action;

    DeployCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Releases releases = new Releases(wiring, options, jar);
        List<Releases.Prepared> jobs = locations.stream().map(releases::prepare).toList();
        if (action.apply) {
            jobs.forEach(this::apply);
        } else {
            terminal()
                    .out()
                    .print(text(jobs.stream().map(Releases.Prepared::deployed).toList()));
        }
        return ExitCode.OK;
    }

    private void apply(Releases.Prepared job) {
        JobDeployer.Deployed done = new JobDeployer(
                        wiring.workspace(job.deployed().target()))
                .deploy(SchemaCheck.checked("job", JobBody.create(job.deployed())), job.release());
        done.otherOwner().ifPresent(owner -> terminal()
                .say("note: the job '" + job.deployed().job().name() + "' belongs to " + owner
                        + ", and runs as before"));
        terminal()
                .out()
                .println(job.deployed().job().name() + ": " + done.outcome().word() + " job " + done.jobId() + ", "
                        + done.url());
    }

    private String text(List<DeployedJob> jobs) {
        return switch (action.printed) {
            case bundle -> BlockYaml.of(SchemaCheck.checked("bundle", Bundle.of(jobs)));
            case job -> each(jobs, job -> IndentedJson.of(SchemaCheck.checked("job", JobBody.create(job))));
            case submit -> each(jobs, job -> IndentedJson.of(SchemaCheck.checked("submit", JobBody.submit(job))));
        };
    }

    private static String each(List<DeployedJob> jobs, Function<DeployedJob, String> text) {
        return jobs.stream().map(text).collect(Collectors.joining());
    }
}
