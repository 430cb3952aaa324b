package io.adxflow.cli;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.job.model.CheckedJob;
import io.adxflow.job.model.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says everything that is wrong with jobs, without running them. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Find every mistake in jobs, without a cluster and without Spark.",
        footer = {
            "",
            "Examples:",
            "  adxflow check jobs/storm-seasons.yaml",
            "  adxflow check jobs/*.yaml --env prod",
            "  adxflow check jobs/storm-seasons.yaml --set since=1990-01-01 --json"
        })
final class CheckCommand extends BaseCommand {
    @Parameters(arity = "1..*", paramLabel = "JOB", description = "Job files.")
    private List<String> locations = new ArrayList<>();

    @Mixin
    private JobOptions options;

    @Option(names = "--json", description = "Print the findings as one JSON object.")
    private boolean json;

    private final Wiring wiring;

    CheckCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        // Several jobs share an environment, and what is wrong with it is told once.
        Map<String, Diagnostic> found = new LinkedHashMap<>();
        locations.forEach(location -> check(location).forEach(one -> found.putIfAbsent(one.render(), one)));
        CheckReport report = new CheckReport(locations.size(), List.copyOf(found.values()));
        terminal().out().println(json ? report.json() : report.text());
        return report.errors() == 0 ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    private List<Diagnostic> check(String location) {
        try {
            Environment environment = wiring.environments().load(options.environment(), location);
            CheckedJob checked = wiring.jobs().check(location, environment, options.settings());
            List<Diagnostic> all = new ArrayList<>(checked.diagnostics());
            checked.job()
                    .flatMap(job -> ScheduleText.over(job, wiring.clock().instant()))
                    .ifPresent(all::add);
            return all;
        } catch (UserException e) {
            return e.diagnostics();
        }
    }
}
