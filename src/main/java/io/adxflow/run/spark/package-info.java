/** The part of a run that Spark does: sources, steps, checks, writing into staging. Start at {@code SparkRun}. */
package io.adxflow.run.spark;
