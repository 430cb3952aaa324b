package io.adxflow.databricks.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs of a workspace: started once per token, watched, listed and cancelled. */
public final class Runs {
    private static final String RUNS = "/api/2.2/jobs/runs/";
    private static final int TAIL = 20;

    private final Workspace workspace;
    private final Duration pause;

    /** @param pause how long to wait between two questions about a run */
    public Runs(Workspace workspace, Duration pause) {
        this.workspace = workspace;
        this.pause = pause;
    }

    /**
     * A run as the workspace tells it.
     *
     * @param state {@code PENDING}, {@code RUNNING}, {@code TERMINATED} and the like
     * @param outcome {@code SUCCESS}, {@code FAILED} and the like; empty while it runs
     */
    public record Run(
            long id,
            String name,
            String state,
            String outcome,
            String message,
            String url,
            Instant started,
            long task) {
        public boolean isOver() {
            return List.of("TERMINATED", "SKIPPED", "INTERNAL_ERROR").contains(state);
        }

        public boolean succeeded() {
            return outcome.equals("SUCCESS");
        }

        /** State, outcome and reason in one line. */
        public String summary() {
            return state + (outcome.isEmpty() ? "" : " " + outcome) + (message.isEmpty() ? "" : ": " + message);
        }
    }

    /** Starts a run; with a token that was used before, it is the run of then. */
    public Run submit(Map<String, Object> body, Release release) {
        JobDeployer.requireVolume(workspace, release.volume(), workspace.me());
        return new Uploads(workspace)
                .during(release, () -> find(Workspace.number(workspace.post(RUNS + "submit", body), "run_id")));
    }

    public Run find(long id) {
        return run(workspace.get(RUNS + "get?run_id=" + id));
    }

    /** The latest runs, the newest first. */
    public List<Run> latest(int most) {
        return Workspace.list(workspace.get(RUNS + "list?limit=" + most), "runs").stream()
                .map(run -> run((Map<?, ?>) run))
                .toList();
    }

    public void cancel(long id) {
        workspace.post(RUNS + "cancel", Map.of("run_id", id));
    }

    /**
     * Waits for the end of a run.
     *
     * @param changes told of every new state
     */
    public Run await(Run first, Consumer<Run> changes) throws InterruptedException {
        Run run = first;
        changes.accept(run);
        while (!run.isOver()) {
            Thread.sleep(pause.toMillis());
            Run now = find(run.id());
            if (!now.summary().equals(run.summary())) {
                changes.accept(now);
            }
            run = now;
        }
        return run;
    }

    /** Why a run failed, and the last lines of what it printed. */
    public List<String> tail(Run run) {
        Map<?, ?> output = workspace.get(RUNS + "get-output?run_id=" + run.task());
        List<String> lines = (Workspace.text(output, "logs") + "\n" + Workspace.text(output, "error"))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
    }

    private static Run run(Map<?, ?> answer) {
        Map<?, ?> state = Workspace.object(answer, "state");
        List<?> tasks = Workspace.list(answer, "tasks");
        long id = Workspace.number(answer, "run_id");
        return new Run(
                id,
                Workspace.text(answer, "run_name"),
                Workspace.text(state, "life_cycle_state"),
                Workspace.text(state, "result_state"),
                Workspace.text(state, "state_message"),
                Workspace.text(answer, "run_page_url"),
                answer.get("start_time") instanceof Number time
                        ? Instant.ofEpochMilli(time.longValue())
                        : Instant.EPOCH,
                tasks.isEmpty() ? id : Workspace.number((Map<?, ?>) tasks.get(0), "run_id"));
    }
}
