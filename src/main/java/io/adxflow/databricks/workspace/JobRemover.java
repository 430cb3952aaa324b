package io.adxflow.databricks.workspace;

import static io.adxflow.databricks.deploy.DeployProblem.STILL_RUNNING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a deployed job and its files from a workspace: the job first, so that none is ever without its files. */
public final class JobRemover {
    private final Workspace workspace;
    private final WorkspaceJobs jobs;

    public JobRemover(Workspace workspace) {
        this.workspace = workspace;
        this.jobs = new WorkspaceJobs(workspace);
    }

    /**
     * What there is of a job.
     *
     * @param folders the innermost first
     */
    public record Remains(Optional<Long> jobId, List<String> files, List<String> folders) {
        public boolean isEmpty() {
            return jobId.isEmpty() && files.isEmpty() && folders.isEmpty();
        }
    }

    /**
     * Looks, and changes nothing.
     *
     * @param folder that of all releases of the job
     * @throws io.adxflow.base.diagnostic.UserException when the job is somebody else's, or runs
     */
    public Remains find(String name, String folder) {
        Optional<WorkspaceJob> job = jobs.find(name);
        job.ifPresent(
                found -> jobs.requireMayChange(name, found, JobAccess.of(workspace, found.id()), Caller.of(workspace)));
        requireNoRun(name);
        List<String> files = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        if (workspace.hasFolder(folder)) {
            collect(folder, files, folders);
        }
        return new Remains(job.map(WorkspaceJob::id), files, folders);
    }

    /** @throws io.adxflow.base.diagnostic.RemoteException when something could not go; the same call goes on */
    public void remove(Remains remains) {
        remains.jobId().ifPresent(jobs::delete);
        remains.files().forEach(workspace::deleteFile);
        remains.folders().forEach(workspace::deleteFolder);
    }

    /** Runs that were submitted read the same files as those of the job. */
    private void requireNoRun(String name) {
        new Runs(workspace, Duration.ZERO).latest(new RunFilter(name, true), 1).forEach(run -> {
            throw STILL_RUNNING
                    .with(name, run.id())
                    .withHint("wait for it, or stop it: adxflow cancel " + run.id())
                    .toException();
        });
    }

    private void collect(String folder, List<String> files, List<String> folders) {
        for (Map<?, ?> entry : workspace.pages(Workspace.directory(folder), "contents")) {
            String path = Workspace.text(entry, "path");
            if (Boolean.TRUE.equals(entry.get("is_directory"))) {
                collect(path, files, folders);
            } else {
                files.add(path);
            }
        }
        folders.add(folder);
    }
}
