package io.adxflow.run;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Sink;
import io.adxflow.run.commit.CommitId;
import io.adxflow.run.commit.StagingNames;
import io.adxflow.run.commit.TableCommits;
import io.adxflow.run.connect.ClientPort;
import io.adxflow.run.model.AdxWrite;
import io.adxflow.run.model.CheckResult;
import io.adxflow.run.model.RunFailure;
import io.adxflow.run.model.RunPhase;
import io.adxflow.run.model.RunPlan;
import io.adxflow.run.model.RunResult;
import io.adxflow.run.spark.SparkInputs;
import io.adxflow.run.spark.SparkRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One run, from its first look at ADX to its result. */
final class RunningJob {
    private final RunPlan plan;
    private final Job job;
    private final Environment environment;
    private final RunTools tools;
    private final CommitId id;
    private final Instant startedAt;
    private final PhaseTimes times;
    private final Cancellation cancellation = new Cancellation();
    private final List<SinkTask> tasks = new ArrayList<>();
    private List<CheckResult> checks = List.of();
    private RunResults results;

    RunningJob(RunPlan plan, Job job, Environment environment, RunTools tools, UUID id) {
        this.plan = plan;
        this.job = job;
        this.environment = environment;
        this.tools = tools;
        this.id = CommitId.of(id);
        this.startedAt = tools.clock().instant();
        this.times = new PhaseTimes(tools.clock(), tools.listener());
        this.results = RunResults.none(plan);
    }

    RunResult execute() {
        Optional<RunFailure> failure = Optional.empty();
        try {
            AdxCluster cluster = tools.clusters().of(environment);
            try (AdxClient client = AdxClient.connect(cluster)) {
                runOn(
                        cluster,
                        new TableCommits(
                                new ClientPort(client, id.text()), job.name().value(), id));
            }
        } catch (UserException mistake) {
            failure = Optional.of(new RunFailure(RunFailure.Kind.INPUT, shown(mistake)));
        } catch (RemoteException world) {
            failure = Optional.of(failure(world));
        }
        times.stop();
        return result(failure);
    }

    void cancel() {
        cancellation.ask();
    }

    /** Debris is looked for before Spark starts: that is also the first question to ADX, and fails soon when it is down. */
    private void runOn(AdxCluster cluster, TableCommits commits) {
        times.enter(RunPhase.PLAN, "");
        List<AdxWrite> writes = AdxWrite.of(job);
        if (!writes.isEmpty()) {
            commits.sweep().forEach(debris -> tools.listener().noted(debris.text()));
        }
        try {
            withSpark(cluster, commits, writes);
        } finally {
            times.enter(RunPhase.CLEAN, "");
            commits.clean().ifPresent(tools.listener()::noted);
        }
    }

    private void withSpark(AdxCluster cluster, TableCommits commits, List<AdxWrite> writes) {
        times.enter(RunPhase.START_SPARK, "");
        try (SparkRun spark = SparkRun.open(new SparkInputs(
                tools.host(),
                job,
                environment.adx().engine(),
                cluster,
                tools.clusters().secrets(),
                id.text(),
                StagingNames.of(job.name().value(), id),
                tools.clock(),
                tools.listener()))) {
            cancellation.stopWith(spark::cancel);
            job.sinks().stream()
                    .filter(sink -> !(sink instanceof Sink.Adx))
                    .forEach(sink -> tasks.add(new OtherTask(sink, spark.others(), times, tools.clock())));
            writes.forEach(write -> tasks.add(new TableTask(write, job.text(), spark, commits, id, tools, times)));
            try {
                stages(spark);
            } finally {
                spark.others().clean();
                spark.settle();
                results = RunResults.of(plan, spark::rowsOf, checks, tasks);
            }
        }
    }

    private void stages(SparkRun spark) {
        spark.others().sweep();
        times.enter(RunPhase.READ, "");
        spark.define();
        requireNoProblems();
        times.enter(RunPhase.TRANSFORM, "");
        cancellation.check();
        checks = spark.check();
        if (checks.stream().anyMatch(CheckResult::failsTheRun)) {
            return;
        }
        for (SinkTask task : tasks) {
            cancellation.check();
            task.stage();
        }
        cancellation.beginCommit();
        tasks.forEach(SinkTask::commit);
    }

    private void requireNoProblems() {
        List<Diagnostic> problems =
                tasks.stream().flatMap(task -> task.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
    }

    private RunFailure failure(RemoteException world) {
        return cancellation.isAsked()
                ? new RunFailure(RunFailure.Kind.CANCELLED, "the run was cancelled; nothing was committed")
                : new RunFailure(RunFailure.Kind.WORLD, shown(world));
    }

    private String shown(RuntimeException failure) {
        return tools.clusters().secrets().hiddenIn(failure.getMessage());
    }

    private RunResult result(Optional<RunFailure> failure) {
        return new RunResult(
                plan,
                id.text(),
                startedAt,
                Duration.between(startedAt, tools.clock().instant()),
                results.sources(),
                results.steps(),
                checks,
                results.sinks(),
                times.times(),
                failure);
    }
}
