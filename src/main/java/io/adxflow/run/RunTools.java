package io.adxflow.run;

import io.adxflow.run.connect.Clusters;
import io.adxflow.run.model.RunListener;
import io.adxflow.run.model.SparkHost;
import java.time.Clock;

/** What every run of a process works with. */
record RunTools(SparkHost host, Clusters clusters, Clock clock, RunListener listener) {}
