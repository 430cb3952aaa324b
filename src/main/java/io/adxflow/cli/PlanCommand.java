package io.adxflow.cli;

import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.run.model.RunListener;
import io.adxflow.run.model.RunPlan;
import io.adxflow.run.report.PlanJson;
import io.adxflow.run.report.PlanText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a run would do. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Show what a run would read, compute and write, without reading data.",
        footer = {
            "",
            "Examples:",
            "  adxflow plan jobs/storm-seasons.yaml",
            "  adxflow plan jobs/storm-seasons.yaml --env prod",
            "  adxflow plan jobs/storm-seasons.yaml --json"
        })
final class PlanCommand extends BaseCommand {
    private final Wiring wiring;

    @Parameters(paramLabel = "JOB", description = "The YAML file of the job.")
    private String job;

    @Mixin
    private JobOptions options;

    @Option(names = "--json", description = "Print the plan as one JSON object.")
    private boolean json;

    PlanCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Environment environment = wiring.environments().load(options.environment(), job);
        Job loaded = wiring.jobs().load(job, environment, options.settings());
        RunPlan plan = wiring.runner(environment, RunListener.SILENT).plan(loaded, environment);
        if (json) {
            terminal()
                    .out()
                    .println(PlanJson.of(
                            plan, ScheduleText.next(loaded, wiring.clock().instant())));
        } else {
            terminal().out().print(PlanText.of(plan));
            terminal().out().print(ScheduleText.of(loaded, wiring.clock().instant()));
        }
        return ExitCode.OK;
    }
}
