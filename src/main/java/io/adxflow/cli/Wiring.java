package io.adxflow.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Builds what the commands work with. The only place that looks at the process: its environment variables, its clock,
 * its working directory.
 *
 * @param environment the environment variables
 * @param directory relative paths start here
 */
public record Wiring(Map<String, String> environment, Clock clock, Path directory) {
    public Wiring {
        environment = Map.copyOf(environment);
    }

    static Wiring ofProcess() {
        return new Wiring(System.getenv(), Clock.systemUTC(), Path.of("").toAbsolutePath());
    }

    /**
     * Whether this process belongs to somebody else's Spark application: a Databricks cluster sets the variable, and
     * spark-submit sets the property for every program it starts.
     */
    public static boolean hostedBySpark() {
        return System.getenv("DATABRICKS_RUNTIME_VERSION") != null
                || System.getProperty("spark.submit.deployMode") != null;
    }
}
