package io.adxflow.databricks.workspace;

import io.adxflow.base.diagnostic.RemoteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs of a workspace: started once per token, watched, listed and cancelled. */
public final class Runs {
    private static final String RUNS = "/api/2.2/jobs/runs/";
    private static final int TAIL = 20;
    private static final int PAGE = 24;
    private static final int PATIENCE = 5;

    private final Workspace workspace;
    private final Duration pause;

    /** @param pause how long to wait between two questions about a run */
    public Runs(Workspace workspace, Duration pause) {
        this.workspace = workspace;
        this.pause = pause;
    }

    /**
     * Starts a run; with a token that was used before, it is the run of then.
     *
     * @return its number
     * @throws RemoteException when it was refused, and then nothing is left of it
     * @throws MayHaveStartedException when there was no answer, and the same token tells
     */
    public long submit(Map<String, Object> body, Release release) {
        release.requireVolume(workspace, Caller.of(workspace));
        Changes changes = new Changes();
        try {
            new Uploads(workspace, changes).bring(release);
        } catch (RuntimeException e) {
            throw changes.takeBack(e);
        }
        try {
            return Workspace.number(workspace.post(RUNS + "submit", body), "run_id");
        } catch (RemoteException e) {
            throw Workspace.mayHaveWorked(e) ? new MayHaveStartedException(e) : changes.takeBack(e);
        }
    }

    public Run find(long id) {
        return Run.of(workspace.get(RUNS + "get?run_id=" + id));
    }

    /**
     * The latest runs, the newest first.
     *
     * @param most how many at most
     */
    public List<Run> latest(RunFilter filter, int most) {
        List<Run> found = new ArrayList<>();
        String path = RUNS + "list?limit=" + PAGE + (filter.activeOnly() ? "&active_only=true" : "");
        String next = path;
        while (!next.isEmpty() && found.size() < most) {
            Map<?, ?> page = workspace.get(next);
            Workspace.list(page, "runs").stream()
                    .map(run -> Run.of((Map<?, ?>) run))
                    .filter(filter::takes)
                    .forEach(found::add);
            String token = Workspace.text(page, "next_page_token");
            next = token.isEmpty() ? "" : path + "&page_token=" + Workspace.encoded(token);
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    public void cancel(long id) {
        workspace.post(RUNS + "cancel", Map.of("run_id", id));
    }

    /**
     * Waits for the end of a run. Questions that find no answer are asked again for a while; the run goes on without them.
     *
     * @param changes told of every new state
     */
    public Run await(Run first, Consumer<Run> changes) throws InterruptedException {
        Run run = first;
        changes.accept(run);
        int unanswered = 0;
        while (!run.isOver()) {
            Thread.sleep(pause.toMillis());
            try {
                Run now = find(run.id());
                unanswered = 0;
                if (!now.summary().equals(run.summary())) {
                    changes.accept(now);
                }
                run = now;
            } catch (RemoteException e) {
                unanswered++;
                if (!e.isRetryable() || unanswered >= PATIENCE) {
                    throw e;
                }
            }
        }
        return run;
    }

    /** The last lines that a run printed, and then why it failed. */
    public List<String> tail(Run run) {
        Map<?, ?> output = workspace.get(RUNS + "get-output?run_id=" + run.task());
        List<String> logs = lines(Workspace.text(output, "logs"));
        List<String> tail = new ArrayList<>(logs.subList(Math.max(0, logs.size() - TAIL), logs.size()));
        String error = Workspace.text(output, "error");
        tail.addAll(lines(error));
        if (error.isBlank()) {
            List<String> trace = lines(Workspace.text(output, "error_trace"));
            tail.addAll(trace.subList(0, Math.min(TAIL, trace.size())));
        }
        return tail;
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
