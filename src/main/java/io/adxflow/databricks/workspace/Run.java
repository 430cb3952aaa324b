package io.adxflow.databricks.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A run as the workspace tells it.
 *
 * @param state {@code PENDING}, {@code RUNNING}, {@code TERMINATED} and the like
 * @param outcome {@code SUCCESS}, {@code FAILED} and the like; empty while it runs
 * @param task the number of its one task, by which its output is known
 */
public record Run(
        long id, String name, String state, String outcome, String message, String url, Instant started, long task) {
    private static final List<String> OVER = List.of("TERMINATED", "SKIPPED", "INTERNAL_ERROR");

    static Run of(Map<?, ?> answer) {
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
                tasks.isEmpty() ? id : Workspace.number((Map<?, ?>) tasks.get(tasks.size() - 1), "run_id"));
    }

    public boolean isOver() {
        return OVER.contains(state);
    }

    public boolean succeeded() {
        return outcome.equals("SUCCESS");
    }

    /** State, outcome and reason in one line. */
    public String summary() {
        return state + (outcome.isEmpty() ? "" : " " + outcome) + (message.isEmpty() ? "" : ": " + message);
    }
}
