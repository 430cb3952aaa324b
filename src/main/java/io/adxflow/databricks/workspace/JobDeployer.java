package io.adxflow.databricks.workspace;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.databricks.deploy.JobBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Creates a job, or resets the one of its name. Everything that can be asked is asked before anything is written, files go
 * to new places, and the job changes last: a deployment that fails leaves the workspace as it was, and one that has
 * nothing to do changes nothing.
 */
public final class JobDeployer {
    private final Workspace workspace;
    private final WorkspaceJobs jobs;
    private final Changes changes = new Changes();

    public JobDeployer(Workspace workspace) {
        this.workspace = workspace;
        this.jobs = new WorkspaceJobs(workspace);
    }

    /** What became of the job. */
    public enum Outcome {
        CREATED("created"),
        RESET("reset"),
        UNCHANGED("unchanged");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** @param otherOwner whose the job is, when it is not the caller's */
    public record Deployed(long jobId, String url, Outcome outcome, Optional<String> otherOwner) {}

    /**
     * @param body that of {@code jobs/create}
     * @throws io.adxflow.base.diagnostic.UserException when the volume is missing or the job is somebody else's
     * @throws RemoteException when the workspace refuses or does not answer; its message names what is left there
     */
    public Deployed deploy(Map<String, Object> body, Release release) {
        String name = body.get("name").toString();
        Caller caller = Caller.of(workspace);
        release.requireVolume(workspace, caller);
        Optional<WorkspaceJob> existing = jobs.find(name);
        Uploads uploads = new Uploads(workspace, changes);
        if (existing.isEmpty()) {
            bring(uploads, release);
            return deployed(create(name, body), Outcome.CREATED, Optional.empty());
        }
        WorkspaceJob job = existing.get();
        JobAccess access = JobAccess.of(workspace, job.id());
        jobs.requireMayChange(name, job, access, caller);
        Optional<String> otherOwner = access.owner().filter(owner -> !owner.equals(caller.name()));
        if (job.isAsAskedFor(body) && uploads.areThere(release)) {
            return deployed(job.id(), Outcome.UNCHANGED, otherOwner);
        }
        bring(uploads, release);
        reset(job, access, body);
        return deployed(job.id(), Outcome.RESET, otherOwner);
    }

    private Deployed deployed(long id, Outcome outcome, Optional<String> otherOwner) {
        return new Deployed(id, workspace.host() + "/jobs/" + id, outcome, otherOwner);
    }

    private void bring(Uploads uploads, Release release) {
        try {
            uploads.bring(release);
        } catch (RuntimeException e) {
            throw changes.takeBack(e);
        }
    }

    private long create(String name, Map<String, Object> body) {
        try {
            return jobs.create(body);
        } catch (RemoteException e) {
            return madeAfterAll(name, body, e).id();
        }
    }

    private void reset(WorkspaceJob job, JobAccess access, Map<String, Object> body) {
        try {
            grant(job.id(), access, JobBody.permissions(body));
        } catch (RemoteException e) {
            throw changes.takeBack(e);
        }
        try {
            jobs.reset(job.id(), JobBody.settings(body));
        } catch (RemoteException e) {
            madeAfterAll(body.get("name").toString(), body, e);
        }
    }

    /** A job that says nothing of permissions keeps those that it has. */
    private void grant(long id, JobAccess before, List<Map<String, Object>> wanted) {
        List<Map<String, Object>> after = before.withOwner(wanted);
        if (!wanted.isEmpty() && !after.equals(before.direct())) {
            changes.willDo("the permissions of job " + id, () -> JobAccess.set(workspace, id, before.direct()));
            JobAccess.set(workspace, id, after);
        }
    }

    /** A request without an answer may have done its work all the same, and then its files must stay. */
    private WorkspaceJob madeAfterAll(String name, Map<String, Object> body, RemoteException failure) {
        if (!Workspace.mayHaveWorked(failure)) {
            throw changes.takeBack(failure);
        }
        Optional<WorkspaceJob> now;
        try {
            now = jobs.find(name).filter(job -> job.isAsAskedFor(body));
        } catch (RemoteException e) {
            failure.addSuppressed(e);
            throw new RemoteException(
                    failure.getMessage() + "\n    whether the job was changed is not known: deploy it again",
                    true,
                    failure.status(),
                    failure.activityId().orElse(""),
                    failure);
        }
        return now.orElseThrow(() -> changes.takeBack(failure));
    }
}
