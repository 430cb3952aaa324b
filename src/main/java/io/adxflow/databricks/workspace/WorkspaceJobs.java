package io.adxflow.databricks.workspace;

import static io.adxflow.databricks.deploy.DeployProblem.OTHER_OWNER;
import static io.adxflow.databricks.deploy.DeployProblem.TWO_JOBS;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs of a workspace, by name. */
record WorkspaceJobs(Workspace workspace) {
    private static final String JOBS = "/api/2.2/jobs/";

    /**
     * The job of a name, if the caller may see it.
     *
     * @throws io.adxflow.base.diagnostic.UserException when there is more than one
     */
    Optional<WorkspaceJob> find(String name) {
        List<Map<?, ?>> found =
                workspace.pages(JOBS + "list?limit=100&name=" + Workspace.encoded(name), "jobs").stream()
                        .filter(job -> name.equals(Workspace.text(Workspace.object(job, "settings"), "name")))
                        .toList();
        if (found.size() > 1) {
            throw TWO_JOBS.with(found.size(), name)
                    .withHint("delete or rename all but one")
                    .toException();
        }
        return found.stream().findFirst().map(job -> get(Workspace.number(job, "job_id")));
    }

    private WorkspaceJob get(long id) {
        Map<?, ?> job = workspace.get(JOBS + "get?job_id=" + id);
        return new WorkspaceJob(id, Workspace.text(job, "creator_user_name"), Workspace.object(job, "settings"));
    }

    long create(Map<String, Object> body) {
        return Workspace.number(workspace.post(JOBS + "create", body), "job_id");
    }

    void reset(long id, Map<String, Object> settings) {
        workspace.post(JOBS + "reset", Map.of("job_id", id, "new_settings", settings));
    }

    void delete(long id) {
        workspace.post(JOBS + "delete", Map.of("job_id", id));
    }

    /** @throws io.adxflow.base.diagnostic.UserException when the caller may not change the job, with what to do */
    void requireMayChange(String name, WorkspaceJob job, JobAccess access, Caller caller) {
        if (!access.letsChange(caller)) {
            String owner = access.owner().orElse(job.creator());
            throw OTHER_OWNER
                    .with(name, owner, caller.name())
                    .withHint("give the job another name, or have " + owner + " or an administrator grant it:\n"
                            + "          databricks permissions update jobs " + job.id()
                            + " --json '{\"access_control_list\": [{\"" + key(caller) + "\": \"" + caller.name()
                            + "\", \"permission_level\": \"CAN_MANAGE\"}]}'")
                    .toException();
        }
    }

    private static String key(Caller caller) {
        return caller.name().contains("@") ? "user_name" : "service_principal_name";
    }
}
