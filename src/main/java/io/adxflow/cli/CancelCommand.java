package io.adxflow.cli;

import io.adxflow.databricks.workspace.Runs;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stops a run of a workspace. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = "Stop a run on Databricks. A sink that has begun to commit may still become visible.",
        footer = {"", "Example:", "  adxflow cancel 759600 --env prod"})
final class CancelCommand extends BaseCommand {
    private final Wiring wiring;

    @Parameters(paramLabel = "RUN", description = "The number of the run, as adxflow submit and adxflow runs show it.")
    private long run;

    @Mixin
    private WorkspaceOptions workspace;

    CancelCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Runs runs = new Runs(workspace.connect(wiring), Duration.ZERO);
        runs.cancel(run);
        terminal().out().println("run " + run + ": " + runs.find(run).summary());
        return ExitCode.OK;
    }
}
