package io.adxflow.sparktest;

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
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.warehouse.dir", "target/spark-warehouse")
            .config("spark.sql.catalogImplementation", "in-memory")
            .getOrCreate();

    private SharedSpark() {}

    /** A session of its own: views and settings of other tests are not seen. */
    public static SparkSession session() {
        return SESSION.newSession();
    }
}
