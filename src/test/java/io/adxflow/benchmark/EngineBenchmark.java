package io.adxflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.sparktest.SharedSpark;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows between Spark and an emulator in a process of its own, beside readers that do less. Prints one line for each. */
@Tag("spark")
final class EngineBenchmark {
    /** Lets a driver start with less. */
    private static final String MEMORY_THAT_SPARK_ASKS_FOR = "471859200";

    @Test
    void runsOnce(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("few.parquet");
        SparkSession session = SharedSpark.session();
        session.sql("SELECT id AS Id, concat('row ', id) AS Name, id / 3 AS Ratio FROM range(1000)")
                .write()
                .parquet(file.toString());
        Map<String, String> lines = new LinkedHashMap<>();
        try (BenchmarkServer server = BenchmarkServer.start(directory.resolve("adx"))) {
            new EngineMeasurements(session, server.url()).run(file, "Name", lines);
        }
        assertThat(lines)
                .containsKeys("read, 2 slices", "group by", "count, warm", "turns")
                .hasSize(20);
    }

    /** The Parquet file, and a column to group by. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[1]);
        SparkSession session = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.testing.memory", MEMORY_THAT_SPARK_ASKS_FOR)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
        try (BenchmarkServer server = BenchmarkServer.start(directory.resolve("adx"))) {
            Map<String, String> lines = new LinkedHashMap<>();
            new EngineMeasurements(session, server.url()).run(Path.of(arguments[0]), arguments[2], lines);
        } finally {
            BenchmarkFiles.delete(directory);
        }
    }
}
