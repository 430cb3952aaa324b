package io.adxflow.sparktest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;

/** What Spark has written down so far: environment, plans and tasks of every test of this JVM. */
public final class EventLog {
    private EventLog() {}

    public static String text() {
        SparkSession spark = SharedSpark.session();
        try {
            spark.sparkContext().listenerBus().waitUntilEmpty();
            String application = spark.sparkContext().applicationId();
            return Files.readString(
                    Path.of("target/spark-events", application + ".inprogress"), StandardCharsets.ISO_8859_1);
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
