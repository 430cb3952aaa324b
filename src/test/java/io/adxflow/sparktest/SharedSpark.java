package io.adxflow.sparktest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The one Spark of a test JVM. Tasks may fail three times before a job does, so that tests can inject failures; nobody
 * stops it.
 */
public final class SharedSpark {
    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2,4]")
            .appName("tests")
            .config("spark.ui.enabled", "false")
            .config("spark.eventLog.enabled", "true")
            .config("spark.eventLog.dir", eventLogs())
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.warehouse.dir", "target/spark-warehouse")
            .config("spark.sql.catalogImplementation", "in-memory")
            .getOrCreate();

    private SharedSpark() {}

    /** What Spark writes down about every plan and every task is searched for secrets after the tests. */
    private static String eventLogs() {
        try {
            return Files.createDirectories(Path.of("target/spark-events").toAbsolutePath())
                    .toUri()
                    .toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A session of its own: views and settings of other tests are not seen. */
    public static SparkSession session() {
        return SESSION.newSession();
    }
}
