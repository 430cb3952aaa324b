package io.adxflow.cli;

import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.run.doctor.Doctor;
import io.adxflow.run.doctor.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at every prerequisite of a run. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Look at everything that a run needs, one line each, with what repairs it.",
            "Without a job it looks at the environment only; with 'databricks:' in it, at the workspace too. Nothing is"
                    + " changed: an empty file that it writes to the volume is deleted at once."
        },
        footer = {
            "",
            "Exit codes: 0 everything is there, 3 something has to be repaired.",
            "",
            "Examples:",
            "  adxflow doctor --env prod",
            "  adxflow doctor jobs/storm-seasons.yaml --env prod --json"
        })
final class DoctorCommand extends BaseCommand {
    private final Wiring wiring;

    @Parameters(arity = "0..1", paramLabel = "JOB", description = "The YAML file of the job.")
    private String job;

    @Mixin
    private JobOptions options;

    @Mixin
    private JobJar jar;

    @Option(names = "--json", description = "Print the findings as one JSON object.")
    private boolean json;

    DoctorCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        List<Finding> findings = new ArrayList<>();
        Optional<Environment> environment = Doctor.load(
                "environment",
                () -> wiring.environments().load(options.environment(), job == null ? "" : job),
                findings);
        environment.ifPresent(loaded -> look(loaded, findings));
        DoctorReport report = new DoctorReport(findings);
        terminal().out().println(json ? report.json() : report.text());
        return report.failures() == 0 ? ExitCode.OK : ExitCode.CHECKS_FAILED;
    }

    private void look(Environment environment, List<Finding> findings) {
        Optional<Job> loaded = job == null
                ? Optional.empty()
                : Doctor.load("job", () -> wiring.jobs().load(job, environment, options.settings()), findings);
        try (LookProgress progress = new LookProgress(terminal())) {
            Doctor doctor = new Doctor(wiring.clusters(environment), wiring.host(), wiring.clock(), progress);
            environment
                    .databricks()
                    .ifPresent(target ->
                            doctor.with("databricks", new WorkspaceChecks(wiring, environment, target, loaded, jar)));
            findings.addAll(
                    new LocalAdx(wiring, terminal()).during(environment, () -> doctor.look(environment, loaded)));
        }
    }
}
