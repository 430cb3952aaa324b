package io.adxflow.run.spark;

import io.adxflow.adx.spark.AdxTables;
import io.adxflow.adx.spark.BuiltinTables;
import io.adxflow.adx.spark.ConnectorTables;
import io.adxflow.job.model.Engine;
import java.time.Clock;
import org.apache.spark.sql.SparkSession;

/** The engine that an environment names. There is no other choice and no silent fallback. */
final class Engines {
    private Engines() {}

    static AdxTables of(Engine engine, SparkSession session, Clock clock) {
        return switch (engine) {
            case BUILTIN -> new BuiltinTables(session);
            case CONNECTOR -> new ConnectorTables(session, clock);
        };
    }
}
