package io.adxflow.run.spark;

import io.adxflow.run.model.RunProblem;
import io.adxflow.run.model.SparkHost;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Sessions for runs. A run gets a session of its own inside the application's, so that its temporary views and settings
 * meet nobody else's; nothing here ever stops Spark.
 */
final class SparkSessions {
    /** On a workstation the data is small and the wait is not. */
    private static final Map<String, String> WORKSTATION = Map.of(
            "spark.ui.enabled", "false",
            "spark.ui.showConsoleProgress", "false",
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.sql.catalogImplementation", "in-memory",
            "spark.sql.shuffle.partitions",
                    Integer.toString(Math.max(2, Runtime.getRuntime().availableProcessors())));

    private SparkSessions() {}

    static SparkSession open(SparkHost host) {
        requireUtc();
        SparkSession session = application(host).newSession();
        session.conf().set("spark.sql.session.timeZone", "UTC");
        return session;
    }

    private static SparkSession application(SparkHost host) {
        SparkSession.Builder builder = SparkSession.builder();
        if (host == SparkHost.WORKSTATION) {
            builder.master("local[*]").appName("adxflow");
            WORKSTATION.forEach(builder::config);
        }
        return builder.getOrCreate();
    }

    /** Filters on timestamps are written by the zone of the JVM, so another zone would silently select other rows. */
    private static void requireUtc() {
        ZoneId zone = ZoneId.systemDefault();
        if (!zone.normalized().equals(ZoneOffset.UTC)) {
            throw RunProblem.NOT_UTC
                    .with(zone.getId())
                    .withHint("start the JVM with -Duser.timezone=UTC; on a cluster set it in"
                            + " spark.driver.extraJavaOptions and spark.executor.extraJavaOptions")
                    .toException();
        }
    }
}
