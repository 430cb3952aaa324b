package io.adxflow.cli;

import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.run.JobRunner;
import io.adxflow.run.model.CheckResult;
import io.adxflow.run.model.RunFailure;
import io.adxflow.run.model.RunResult;
import io.adxflow.run.report.HtmlReport;
import io.adxflow.run.report.JsonReport;
import io.adxflow.run.report.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a job. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run a job: read, transform, check, write.",
        footer = {
            "",
            "Exit codes: 0 done, 1 the run failed, 2 the input has to be repaired, 3 a check failed.",
            "",
            "Examples:",
            "  adxflow run jobs/storm-seasons.yaml",
            "  adxflow run jobs/storm-seasons.yaml --set since=2000-01-01 --report run.html",
            "  adxflow run jobs/storm-seasons.yaml --env prod --json > run.json"
        })
final class RunCommand extends BaseCommand {
    private final Wiring wiring;

    @Parameters(paramLabel = "JOB", description = "The YAML file of the job.")
    private String job;

    @Mixin
    private JobOptions options;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the result as an HTML page, too.")
    private Path report;

    RunCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Environment environment = wiring.environments().load(options.environment(), job);
        Job loaded = wiring.jobs().load(job, environment, options.settings());
        RunResult result = new LocalAdx(wiring, terminal()).during(environment, () -> run(loaded, environment));
        show(result);
        return exitCode(result);
    }

    private RunResult run(Job loaded, Environment environment) {
        try (RunProgress progress = new RunProgress(terminal(), wiring.clock())) {
            JobRunner runner = wiring.runner(environment, progress);
            return new StopSignal(runner::cancel, terminal()).during(() -> runner.run(loaded, environment));
        }
    }

    private void show(RunResult result) {
        terminal().out().print(json ? JsonReport.of(result) + "\n" : TextReport.of(result));
        result.failure().ifPresent(failure -> terminal().fail(failure.message()));
        if (report != null) {
            write(HtmlReport.of(result));
        }
    }

    private void write(String html) {
        try {
            Files.writeString(wiring.directory().resolve(report), html);
        } catch (IOException failure) {
            throw CliProblem.UNWRITABLE_FILE.with(report, failure.getMessage()).toException();
        }
    }

    private static ExitCode exitCode(RunResult result) {
        if (result.succeeded()) {
            return ExitCode.OK;
        }
        if (result.failure().isPresent()) {
            boolean isInput = result.failure().get().kind() == RunFailure.Kind.INPUT;
            return isInput ? ExitCode.BAD_INPUT : ExitCode.RUN_FAILED;
        }
        return result.checks().stream().anyMatch(CheckResult::failsTheRun)
                ? ExitCode.CHECKS_FAILED
                : ExitCode.INTERNAL_ERROR;
    }
}
