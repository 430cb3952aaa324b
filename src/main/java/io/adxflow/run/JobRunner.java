package io.adxflow.run;

import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.run.connect.Clusters;
import io.adxflow.run.model.RunListener;
import io.adxflow.run.model.RunPlan;
import io.adxflow.run.model.RunResult;
import io.adxflow.run.model.SparkHost;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Does a job: {@code plan → read → transform + check → stage → verify → commit → clean up}. Each sink is committed whole or
 * not at all, and the result says which. One run at a time; {@link #cancel} may come from any thread.
 *
 * <pre>
 *   plan ──► RunPlanner          run ──► RunningJob ──► spark.SparkRun       rows
 *                                                  └──► commit.TableCommits  what becomes visible
 * </pre>
 */
public final class JobRunner {
    private final SparkHost host;
    private final Clusters clusters;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final RunListener listener;
    private final AtomicReference<RunningJob> running = new AtomicReference<>();

    public JobRunner(SparkHost host, Clusters clusters, Clock clock, Supplier<UUID> ids, RunListener listener) {
        this.host = host;
        this.clusters = clusters;
        this.clock = clock;
        this.ids = ids;
        this.listener = listener;
    }

    /**
     * What a run will do; reads nothing and does not start Spark.
     *
     * @throws io.adxflow.base.diagnostic.UserException when the job asks for what this version cannot do
     */
    public RunPlan plan(Job job, Environment environment) {
        return new RunPlanner(job, environment).plan();
    }

    /**
     * Runs a job. What goes wrong in the job or in the world is part of the result; an exception is a defect.
     *
     * @throws io.adxflow.base.diagnostic.UserException when the job asks for what this version cannot do
     */
    public RunResult run(Job job, Environment environment) {
        RunPlan plan = plan(job, environment);
        RunningJob run =
                new RunningJob(plan, job, environment, new RunTools(host, clusters, clock, listener), ids.get());
        running.set(run);
        try {
            return run.execute();
        } finally {
            running.set(null);
        }
    }

    /** Stops a run that has not begun to commit; one that has goes on to its end. Returns at once. */
    public void cancel() {
        RunningJob run = running.get();
        if (run != null) {
            run.cancel();
        }
    }
}
