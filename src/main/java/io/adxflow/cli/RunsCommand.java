package io.adxflow.cli;

import io.adxflow.databricks.workspace.Runs;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs of a workspace. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Show the latest runs of a Databricks workspace.",
        footer = {"", "Examples:", "  adxflow runs --env prod", "  adxflow runs --env prod --most 5"})
final class RunsCommand extends BaseCommand {
    private final Wiring wiring;

    @Mixin
    private WorkspaceOptions workspace;

    @Option(
            names = "--most",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int most;

    RunsCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        new Runs(workspace.connect(wiring), Duration.ZERO).latest(most).forEach(run -> terminal()
                .out()
                .println(run.id() + "  " + run.started() + "  " + run.name() + "  " + run.summary()));
        return ExitCode.OK;
    }
}
