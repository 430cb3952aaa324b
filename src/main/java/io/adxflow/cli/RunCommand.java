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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            "  adxflow run jobs/storm-seasons.yaml --env prod --json > run.json",
            "  adxflow run jobs/storm-seasons.yaml --result run.json"
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
    private String report;

    @Option(
            names = "--result",
            paramLabel = "FILE",
            description = "Write the result as JSON, too; on a cluster also dbfs:/Volumes/… and the like.")
    private String resultFile;

    RunCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Stream.of(job, options.environment(), report, resultFile)
                .filter(Objects::nonNull)
                .forEach(JobOptions::requireFilled);
        Map<String, String> settings = options.settings();
        Environment environment = wiring.environments().load(options.environment(), job);
        Job loaded = wiring.jobs().load(job, environment, settings);
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
        result.checks().stream().filter(CheckResult::failsTheRun).forEach(check -> terminal()
                .fail(story(check)));
        if (report != null) {
            write(report, HtmlReport.of(result));
        }
        if (resultFile != null) {
            write(resultFile, JsonReport.of(result) + "\n");
        }
    }

    private static String story(CheckResult check) {
        return "a check of '" + check.step() + "' failed for " + check.failed() + " of " + check.rows() + " rows: "
                + check.condition().strip()
                + check.sample().stream().map(row -> "\n    " + row).collect(Collectors.joining());
    }

    private void write(String file, String text) {
        try {
            wiring.files().write(file, text);
        } catch (IOException failure) {
            throw CliProblem.UNWRITABLE_FILE.with(file, failure.getMessage()).toException();
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
