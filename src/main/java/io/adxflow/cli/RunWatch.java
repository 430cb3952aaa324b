package io.adxflow.cli;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.databricks.workspace.Run;
import io.adxflow.databricks.workspace.Runs;

/** Watches a run on Databricks until it is over. Whoever stops watching does not stop the run, and is told how to. */
final class RunWatch {
    private final Runs runs;
    private final Terminal terminal;
    private final String environment;

    RunWatch(Runs runs, Terminal terminal, String environment) {
        this.runs = runs;
        this.terminal = terminal;
        this.environment = environment;
    }

    ExitCode await(Run first) {
        Thread farewell = new Thread(() -> terminal.say(farewell(first)), "adxflow-farewell");
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            Run run = runs.await(first, state -> terminal.say(state.summary()));
            Runtime.getRuntime().removeShutdownHook(farewell);
            return outcome(run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.RUN_FAILED;
        }
    }

    private ExitCode outcome(Run run) {
        if (run.succeeded()) {
            return ExitCode.OK;
        }
        tail(run);
        terminal.fail("run " + run.id() + " ended as " + run.summary() + ", " + run.url());
        return ExitCode.RUN_FAILED;
    }

    /** A run that never had a cluster has no log. */
    private void tail(Run run) {
        try {
            runs.tail(run).forEach(terminal::say);
        } catch (RemoteException e) {
            terminal.say("note: its log cannot be read: " + e.getMessage());
        }
    }

    private String farewell(Run run) {
        return "run " + run.id() + " goes on without being watched; adxflow cancel " + run.id() + " --env "
                + environment + " stops it";
    }
}
