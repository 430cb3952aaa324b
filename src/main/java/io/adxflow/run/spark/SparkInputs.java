package io.adxflow.run.spark;

import io.adxflow.adx.client.AdxCluster;
import io.adxflow.job.model.Engine;
import io.adxflow.job.model.Job;
import io.adxflow.run.commit.StagingNames;
import io.adxflow.run.connect.SecretValues;
import io.adxflow.run.model.RunListener;
import io.adxflow.run.model.SparkHost;
import java.time.Clock;

/** What Spark's part of a run works with. */
public record SparkInputs(
        SparkHost host,
        Job job,
        Engine engine,
        AdxCluster cluster,
        SecretValues secrets,
        String runId,
        StagingNames names,
        Clock clock,
        RunListener listener) {}
