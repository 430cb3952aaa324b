package io.adxflow.run.doctor;

import io.adxflow.job.model.Engine;
import io.adxflow.job.model.Environment;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What this process must have: Spark, the connector where it is the engine, and a clock in UTC. */
record ProcessChecks(Findings findings) {
    private static final String SPARK = "org.apache.spark.sql.SparkSession";
    private static final String CONNECTOR = "com.microsoft.kusto.spark.datasource.DefaultSource";

    void look(Environment environment) {
        zone();
        if (isThere(SPARK)) {
            findings.look(
                    "class path",
                    () -> "Spark is there, on Java " + Runtime.version().feature());
        } else {
            findings.failed("class path", "there is no Spark", "start adxflow with scripts/adxflow or spark-submit");
        }
        if (environment.adx().engine() == Engine.BUILTIN) {
            findings.look("engine builtin", () -> "it is part of adxflow");
        } else if (isThere(CONNECTOR)) {
            findings.look("engine connector", () -> "the Kusto Spark connector is on the class path");
        } else {
            findings.failed(
                    "engine connector",
                    "the Kusto Spark connector is not on the class path",
                    "install the library com.microsoft.azure.kusto:kusto-spark_3.0_2.12:7.1.1 on the cluster, or write"
                            + " 'engine: builtin'");
        }
    }

    /** Whether Spark is here, and what moves rows between it and ADX. */
    static boolean canRun(Environment environment) {
        return isThere(SPARK) && (environment.adx().engine() == Engine.BUILTIN || isThere(CONNECTOR));
    }

    private void zone() {
        ZoneId zone = ZoneId.systemDefault();
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            findings.look("time zone", () -> "UTC");
        } else {
            findings.failed("time zone", "this process is in " + zone + ", and a run needs UTC", "-Duser.timezone=UTC");
        }
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }
}
