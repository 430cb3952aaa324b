package io.adxflow.databricks;

import com.databricks.sdk.service.jobs.CancelRun;
import com.databricks.sdk.service.jobs.ListRunsResponse;
import com.databricks.sdk.service.jobs.RunOutput;
import com.databricks.sdk.service.jobs.SubmitRun;
import com.databricks.sdk.service.jobs.SubmitRunResponse;
import io.adxflow.base.http.Handler;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.http.Routes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The runs of a workspace. Each look at one brings it a state further; there is no cluster behind it. */
public final class FakeRuns {
    private static final String RUNS = "/api/2.2/jobs/runs/";
    private static final long FIRST = 701;
    private static final int LONGEST_TOKEN = 64;
    private static final int OVER = 3;

    public final Map<Long, Map<String, Object>> submitted = new TreeMap<>();
    public final Map<Long, Long> ofJobs = new TreeMap<>();
    /** What runs end as. */
    public volatile String outcome = "SUCCESS";

    /** Whether runs go on for ever. */
    public volatile boolean endless;

    public volatile Map<String, Object> output = Map.of("logs", "one\ntwo\n");
    private final Map<Long, Integer> looks = new TreeMap<>();
    private final Map<String, Long> tokens = new LinkedHashMap<>();
    private final FakeWorkspace workspace;

    FakeRuns(FakeWorkspace workspace) {
        this.workspace = workspace;
    }

    void addTo(Routes routes, UnaryOperator<Handler> guarded) {
        routes.post(RUNS + "submit", guarded.apply(this::submit))
                .get(RUNS + "get", guarded.apply(this::get))
                .get(RUNS + "list", guarded.apply(this::list))
                .post(RUNS + "cancel", guarded.apply(this::cancel))
                .get(RUNS + "get-output", guarded.apply(this::output));
    }

    /** Puts a run there that a schedule has started. */
    public void add(long id, long job, String name) {
        submitted.put(id, new TreeMap<>(Map.of("run_name", name)));
        ofJobs.put(id, job);
        looks.put(id, 0);
    }

    private Response submit(Request request) throws IOException {
        Map<String, Object> body = Wire.body(request, SubmitRun.class);
        workspace.requireClusters();
        String token = body.getOrDefault("idempotency_token", "").toString();
        if (token.length() > LONGEST_TOKEN) {
            throw new Wire.Refusal(400, "INVALID_PARAMETER_VALUE", "The idempotency token is too long.");
        }
        Long known = tokens.get(token);
        if (known == null) {
            known = FIRST + submitted.size();
            submitted.put(known, body);
            looks.put(known, 0);
            if (!token.isEmpty()) {
                tokens.put(token, known);
            }
        }
        return Wire.answer(Map.of("run_id", known), SubmitRunResponse.class);
    }

    private Response get(Request request) {
        long id = Wire.number(request, "run_id");
        require(id);
        looks.merge(id, endless ? 0 : 1, Integer::sum);
        return Wire.answer(described(id), com.databricks.sdk.service.jobs.Run.class);
    }

    private Response list(Request request) {
        boolean activeOnly = request.queryParameter("active_only").orElse("").equals("true");
        String job = request.queryParameter("job_id").orElse("");
        List<Map<String, Object>> found = new ArrayList<>();
        submitted.keySet().forEach(id -> {
            boolean isWanted = job.isEmpty() || job.equals(String.valueOf(ofJobs.get(id)));
            if (isWanted && !(activeOnly && looks.get(id) >= OVER)) {
                found.add(0, described(id));
            }
        });
        Wire.Page<Map<String, Object>> page = Wire.page(request, found, 20, 24);
        Map<String, Object> answer = new LinkedHashMap<>();
        if (!page.items().isEmpty()) {
            answer.put("runs", page.items());
        }
        answer.put("has_more", !page.next().isEmpty());
        if (!page.next().isEmpty()) {
            answer.put("next_page_token", page.next());
        }
        return Wire.answer(answer, ListRunsResponse.class);
    }

    private Response cancel(Request request) throws IOException {
        Long id = (Long) Wire.body(request, CancelRun.class).get("run_id");
        require(id);
        looks.put(id, OVER);
        outcome = "CANCELED";
        return Wire.done();
    }

    /** That of a task; a run of several tasks has none of its own. */
    private Response output(Request request) {
        long id = Wire.number(request, "run_id");
        if (id % 10 != 0) {
            throw new Wire.Refusal(
                    400,
                    "INVALID_PARAMETER_VALUE",
                    "Retrieving the output of runs with multiple tasks is not supported.");
        }
        return Wire.answer(output, RunOutput.class);
    }

    private void require(long id) {
        if (!looks.containsKey(id)) {
            throw new Wire.Refusal(400, "INVALID_PARAMETER_VALUE", "Run " + id + " does not exist.");
        }
    }

    private Map<String, Object> described(long id) {
        Map<String, Object> run = new TreeMap<>();
        run.put("run_id", id);
        run.put("run_name", submitted.get(id).getOrDefault("run_name", "Untitled"));
        run.put("run_type", ofJobs.containsKey(id) ? "JOB_RUN" : "SUBMIT_RUN");
        run.put("creator_user_name", FakeWorkspace.ME);
        run.put("run_page_url", workspace.uri() + "/?o=1234567890123456#job/0/run/" + id);
        run.put("start_time", 1767225600000L);
        run.put("state", state(looks.get(id)));
        run.put("tasks", List.of(Map.of("run_id", id * 10, "task_key", "run", "attempt_number", 0)));
        return run;
    }

    private Map<String, Object> state(int look) {
        if (look < OVER) {
            return Map.of("life_cycle_state", look < 2 ? "PENDING" : "RUNNING", "state_message", "");
        }
        return Map.of("life_cycle_state", "TERMINATED", "result_state", outcome, "state_message", "");
    }
}
