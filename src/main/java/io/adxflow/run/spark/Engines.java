package io.adxflow.run.spark;

import io.adxflow.adx.spark.AdxTables;
import io.adxflow.job.model.Engine;
import org.apache.spark.sql.SparkSession;

/** The engine that an environment names. There is no other choice and no silent fallback. */
final class Engines {
    private Engines() {}

    static AdxTables of(Engine engine, SparkSession session) {
        throw new IllegalStateException("no engine " + engine + " for " + session);
    }
}
