package io.adxflow.databricks;

import com.databricks.sdk.service.jobs.CreateJob;
import com.databricks.sdk.service.jobs.CreateResponse;
import com.databricks.sdk.service.jobs.DeleteJob;
import com.databricks.sdk.service.jobs.Job;
import com.databricks.sdk.service.jobs.JobPermissions;
import com.databricks.sdk.service.jobs.JobPermissionsRequest;
import com.databricks.sdk.service.jobs.ListJobsResponse;
import com.databricks.sdk.service.jobs.ResetJob;
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
import org.quartz.CronExpression;

/**
 * The jobs of a workspace, and who may do what with them.
 *
 * @see <a href="https://docs.databricks.com/api/workspace/jobs">Jobs API 2.2</a>
 */
public final class FakeJobs {
    private static final String JOBS = "/api/2.2/jobs/";
    private static final String ACCESS = "/api/2.0/permissions/jobs/{id}";

    public final Map<Long, Map<String, Object>> settings = new TreeMap<>();
    public final Map<Long, List<Map<String, Object>>> access = new TreeMap<>();
    private final FakeWorkspace workspace;

    FakeJobs(FakeWorkspace workspace) {
        this.workspace = workspace;
    }

    void addTo(Routes routes, UnaryOperator<Handler> guarded) {
        routes.get(JOBS + "list", guarded.apply(this::list))
                .get(JOBS + "get", guarded.apply(this::get))
                .post(JOBS + "create", guarded.apply(this::create))
                .post(JOBS + "reset", guarded.apply(this::reset))
                .post(JOBS + "delete", guarded.apply(this::delete))
                .get(ACCESS, guarded.apply(this::permissions))
                .put(ACCESS, guarded.apply(this::setPermissions));
    }

    /** Puts a job there that somebody else made. */
    public void add(long id, String name, String owner) {
        settings.put(id, new TreeMap<>(Map.of("name", name)));
        access.put(id, List.of(entry("user_name", owner, "IS_OWNER")));
    }

    private Response list(Request request) {
        String name = request.queryParameter("name").orElse("");
        List<Map<String, Object>> found = new ArrayList<>();
        settings.forEach((id, job) -> {
            if (name.isEmpty() || job.get("name").toString().equalsIgnoreCase(name)) {
                found.add(described(id, Map.of("name", job.get("name"))));
            }
        });
        Wire.Page<Map<String, Object>> page = Wire.page(request, found, 20, 100);
        Map<String, Object> answer = new LinkedHashMap<>();
        if (!page.items().isEmpty()) {
            answer.put("jobs", page.items());
        }
        answer.put("has_more", !page.next().isEmpty());
        if (!page.next().isEmpty()) {
            answer.put("next_page_token", page.next());
        }
        return Wire.answer(answer, ListJobsResponse.class);
    }

    private Response get(Request request) {
        long id = Wire.number(request, "job_id");
        require(id);
        Map<String, Object> full = new TreeMap<>(settings.get(id));
        full.putIfAbsent("timeout_seconds", 0);
        full.put("format", "MULTI_TASK");
        return Wire.answer(described(id, full), Job.class);
    }

    private Map<String, Object> described(long id, Map<String, Object> job) {
        return Map.of("job_id", id, "creator_user_name", owner(id), "created_time", 1767225600000L, "settings", job);
    }

    private Response create(Request request) throws IOException {
        Map<String, Object> body = Wire.body(request, CreateJob.class);
        workspace.requireClusters();
        requireSchedule(body);
        long id = 100 + settings.size();
        List<Map<String, Object>> given = direct(body.remove("access_control_list"));
        if (given.stream().noneMatch(FakeJobs::isOwner)) {
            given.add(entry("user_name", FakeWorkspace.ME, "IS_OWNER"));
        }
        settings.put(id, body);
        access.put(id, given);
        return Wire.answer(Map.of("job_id", id), CreateResponse.class);
    }

    @SuppressWarnings("unchecked")
    private Response reset(Request request) throws IOException {
        Map<String, Object> body = Wire.body(request, ResetJob.class);
        long id = (Long) body.get("job_id");
        requireManage(id);
        Map<String, Object> job = (Map<String, Object>) body.get("new_settings");
        requireSchedule(job);
        settings.put(id, job);
        return Wire.done();
    }

    private Response delete(Request request) throws IOException {
        long id = (Long) Wire.body(request, DeleteJob.class).get("job_id");
        requireManage(id);
        settings.remove(id);
        access.remove(id);
        return Wire.done();
    }

    private static void requireSchedule(Map<String, Object> job) {
        if (job.get("schedule") instanceof Map<?, ?> schedule
                && !CronExpression.isValidExpression(String.valueOf(schedule.get("quartz_cron_expression")))) {
            throw new Wire.Refusal(400, "INVALID_PARAMETER_VALUE", "Invalid quartz_cron_expression: " + schedule);
        }
    }

    private Response permissions(Request request) {
        long id = Long.parseLong(request.pathParameter("id"));
        require(id);
        List<Map<String, Object>> entries = new ArrayList<>();
        access.get(id).forEach(given -> entries.add(response(given, false)));
        entries.add(response(entry("group_name", "admins", "CAN_MANAGE"), true));
        return Wire.answer(
                Map.of("object_id", "/jobs/" + id, "object_type", "job", "access_control_list", entries),
                JobPermissions.class);
    }

    private Response setPermissions(Request request) throws IOException {
        long id = Long.parseLong(request.pathParameter("id"));
        requireManage(id);
        List<Map<String, Object>> given =
                direct(Wire.body(request, JobPermissionsRequest.class).get("access_control_list"));
        if (given.stream().filter(FakeJobs::isOwner).count() != 1) {
            throw new Wire.Refusal(400, "INVALID_PARAMETER_VALUE", "The job must have exactly one owner.");
        }
        access.put(id, given);
        return permissions(request);
    }

    private void require(long id) {
        if (!settings.containsKey(id)) {
            throw new Wire.Refusal(400, "INVALID_PARAMETER_VALUE", "Job " + id + " does not exist.");
        }
    }

    private void requireManage(long id) {
        require(id);
        boolean mayManage = workspace.groups.contains("admins")
                || access.get(id).stream()
                        .filter(given -> FakeWorkspace.ME.equals(given.get("user_name"))
                                || workspace.groups.contains(String.valueOf(given.get("group_name"))))
                        .anyMatch(given -> List.of("IS_OWNER", "CAN_MANAGE").contains(given.get("permission_level")));
        if (!mayManage) {
            throw new Wire.Refusal(
                    403,
                    "PERMISSION_DENIED",
                    FakeWorkspace.ME + " does not have Owner or Manage permissions on job " + id);
        }
    }

    private String owner(long id) {
        return access.get(id).stream()
                .filter(FakeJobs::isOwner)
                .map(given -> given.get("user_name").toString())
                .findFirst()
                .orElse("");
    }

    private static boolean isOwner(Map<String, Object> given) {
        return "IS_OWNER".equals(given.get("permission_level"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> direct(Object given) {
        return new ArrayList<>(given == null ? List.of() : (List<Map<String, Object>>) given);
    }

    private static Map<String, Object> entry(String kind, String name, String level) {
        return new TreeMap<>(Map.of(kind, name, "permission_level", level));
    }

    private static Map<String, Object> response(Map<String, Object> given, boolean isInherited) {
        Map<String, Object> entry = new TreeMap<>(given);
        Object level = entry.remove("permission_level");
        entry.put("all_permissions", List.of(Map.of("permission_level", level, "inherited", isInherited)));
        return entry;
    }
}
