package io.adxflow.databricks.workspace;

import static io.adxflow.databricks.deploy.DeployProblem.NO_VOLUME;
import static io.adxflow.databricks.deploy.DeployProblem.OTHER_OWNER;
import static io.adxflow.databricks.deploy.DeployProblem.TWO_JOBS;

import io.adxflow.base.diagnostic.RemoteException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Creates a job, or resets the one of its name. Everything that can be asked is asked before anything is written, files go
 * to new places, and the job changes last: a deployment that fails leaves the workspace as it was.
 */
public final class JobDeployer {
    private static final Set<String> MAY_CHANGE = Set.of("IS_OWNER", "CAN_MANAGE");
    private static final int FORBIDDEN = 403;

    private final Workspace workspace;

    public JobDeployer(Workspace workspace) {
        this.workspace = workspace;
    }

    /** @param isNew whether there was no job of that name before */
    public record Deployed(long jobId, String url, boolean isNew) {}

    /**
     * @param body that of {@code jobs/create}
     * @throws io.adxflow.base.diagnostic.UserException when the volume is missing or the job is somebody else's
     */
    public Deployed deploy(Map<String, Object> body, Release release) {
        String name = body.get("name").toString();
        Map<?, ?> me = workspace.me();
        requireVolume(workspace, release.volume(), me);
        Optional<Map<?, ?>> existing = find(name);
        existing.ifPresent(job -> requireMine(name, job, me));
        long id = new Uploads(workspace).during(release, () -> write(existing, body));
        return new Deployed(id, workspace.host() + "/jobs/" + id, existing.isEmpty());
    }

    static void requireVolume(Workspace workspace, String folder, Map<?, ?> me) {
        String[] parts = folder.split("/");
        String volume = String.join("/", List.of(parts).subList(0, 5));
        if (!workspace.hasFolder(volume)) {
            throw NO_VOLUME
                    .with(volume, Workspace.text(me, "userName"))
                    .withHint("CREATE VOLUME " + String.join(".", List.of(parts).subList(2, 5))
                            + ", or have READ VOLUME and WRITE VOLUME granted")
                    .toException();
        }
    }

    private Optional<Map<?, ?>> find(String name) {
        String path = "/api/2.2/jobs/list?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        List<?> jobs = Workspace.list(workspace.get(path), "jobs");
        if (jobs.size() > 1) {
            throw TWO_JOBS.with(jobs.size(), name)
                    .withHint("delete or rename all but one")
                    .toException();
        }
        return jobs.stream().findFirst().map(job -> (Map<?, ?>) job);
    }

    private void requireMine(String name, Map<?, ?> job, Map<?, ?> me) {
        Set<String> names = Workspace.list(me, "groups").stream()
                .map(group -> Workspace.text((Map<?, ?>) group, "display"))
                .collect(Collectors.toSet());
        names.add(Workspace.text(me, "userName"));
        if (permissions(Workspace.number(job, "job_id")).stream().noneMatch(entry -> mayChange(entry, names))) {
            throw OTHER_OWNER
                    .with(name, Workspace.text(job, "creator_user_name"), Workspace.text(me, "userName"))
                    .withHint("have CAN_MANAGE granted, or give the job another name")
                    .toException();
        }
    }

    private List<?> permissions(long id) {
        try {
            return Workspace.list(workspace.get("/api/2.0/permissions/jobs/" + id), "access_control_list");
        } catch (RemoteException e) {
            if (e.status() == FORBIDDEN) {
                return List.of();
            }
            throw e;
        }
    }

    private static boolean mayChange(Object entry, Set<String> names) {
        Map<?, ?> access = (Map<?, ?>) entry;
        boolean isMe = names.contains(Workspace.text(access, "user_name"))
                || names.contains(Workspace.text(access, "service_principal_name"))
                || names.contains(Workspace.text(access, "group_name"));
        return isMe
                && Workspace.list(access, "all_permissions").stream()
                        .anyMatch(level -> MAY_CHANGE.contains(Workspace.text((Map<?, ?>) level, "permission_level")));
    }

    private long write(Optional<Map<?, ?>> existing, Map<String, Object> body) {
        if (existing.isEmpty()) {
            return Workspace.number(workspace.post("/api/2.2/jobs/create", body), "job_id");
        }
        long id = Workspace.number(existing.get(), "job_id");
        workspace.post("/api/2.2/jobs/reset", Map.of("job_id", id, "new_settings", body));
        return id;
    }
}
