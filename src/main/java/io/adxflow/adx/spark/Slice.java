package io.adxflow.adx.spark;

import org.apache.spark.sql.connector.read.InputPartition;

/** Travels to an executor, so it holds text and nothing live. */
record Slice(String kql) implements InputPartition {}
