package io.adxflow.run;

import io.adxflow.run.connect.SecretValues;
import io.adxflow.run.model.RunListener;
import io.adxflow.run.model.SparkHost;
import java.time.Clock;

/** What every run of a process works with. */
record RunTools(SparkHost host, SecretValues secrets, Clock clock, RunListener listener) {}
