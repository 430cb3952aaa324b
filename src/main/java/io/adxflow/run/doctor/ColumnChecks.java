package io.adxflow.run.doctor;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.Job;
import io.adxflow.run.commit.CommitId;
import io.adxflow.run.commit.StagingNames;
import io.adxflow.run.commit.TableCommits;
import io.adxflow.run.commit.TargetTable;
import io.adxflow.run.connect.ClientPort;
import io.adxflow.run.connect.Clusters;
import io.adxflow.run.model.AdxWrite;
import io.adxflow.run.model.RunListener;
import io.adxflow.run.model.SparkHost;
import io.adxflow.run.spark.SparkInputs;
import io.adxflow.run.spark.SparkRun;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The columns that a job computes, found by Spark as in a run, beside those of the tables that take them. Reads no rows. */
record ColumnChecks(Findings findings, Clusters clusters, SparkHost host, Clock clock) {
    void look(Job job, Environment environment, AdxCluster cluster) {
        if (!ProcessChecks.canRun(environment)) {
            findings.skipped("columns", "without Spark and the engine they cannot be found");
            return;
        }
        CommitId id = CommitId.of(UUID.randomUUID());
        SparkInputs inputs = new SparkInputs(
                host,
                job,
                environment.adx().engine(),
                cluster,
                clusters.secrets(),
                id.text(),
                StagingNames.of(job.name().value(), id),
                clock,
                RunListener.SILENT);
        try (SparkRun spark = SparkRun.open(inputs);
                AdxClient client = AdxClient.connectOnce(cluster)) {
            TableCommits tables = new TableCommits(
                    new ClientPort(client, id.text()), job.name().value(), id);
            boolean isDefined = findings.look("columns", () -> {
                spark.define();
                return "Spark finds those of every step";
            });
            if (isDefined) {
                AdxWrite.of(job).forEach(write -> look(write, spark, tables));
            }
        }
    }

    private void look(AdxWrite write, SparkRun spark, TableCommits tables) {
        String subject = "columns of " + write.table();
        TargetTable found = tables.find(write.table().value());
        TargetTable target = found.exists() ? found : found.toBeCreatedWith(spark.columns(write));
        List<Diagnostic> problems = spark.problems(write, target);
        if (problems.isEmpty()) {
            findings.look(subject, () -> "'" + write.from() + "' fits");
        } else {
            findings.failed(subject, problems);
        }
    }
}
