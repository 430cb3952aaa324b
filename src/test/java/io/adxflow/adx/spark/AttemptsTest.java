package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.emulator.Emulator;
import io.adxflow.sparktest.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that run more than once, in each way in which Spark lets them. Every row arrives once. */
@Tag("spark")
class AttemptsTest {
    private static final String DATABASE = "NetDefaultDB";

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static AdxCluster cluster;
    private static AdxClient client;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(directory.resolve("adx"));
        cluster = AdxCluster.at(emulator.uri().toString(), DATABASE, new AdxAuth.None());
        client = AdxClient.connect(cluster);
    }

    @AfterAll
    static void stop() {
        client.close();
        emulator.close();
    }

    /** Each task has uploaded two files of a megabyte before its first attempt fails. */
    @Test
    void aTaskThatFailsAfterItsUploadAddsNoRow() {
        client.command(DATABASE, ".create table Late (Text:string)");
        MapFunction<Row, String> failing = row -> {
            if (TaskContext.get().attemptNumber() == 0 && row.getLong(0) % 30 == 29) {
                throw new IllegalStateException("injected");
            }
            return "x".repeat(100_000);
        };
        Dataset<Row> rows = SharedSpark.session()
                .range(0, 60, 1, 2)
                .toDF()
                .map(failing, Encoders.STRING())
                .toDF("Text");
        rows.write()
                .format("adx")
                .options(Map.of("kustoCluster", cluster.url().toString(), "kustoDatabase", DATABASE))
                .option("kustoTable", "Late")
                .option("clientBatchingLimit", 1)
                .mode("append")
                .save();
        assertThat(count("Late")).isEqualTo(60);
        assertThat(client.command(DATABASE, ".show table Late extents | project RowCount")
                        .rows())
                .hasSizeGreaterThanOrEqualTo(1);
    }

    /** Spark hands over the message of one attempt, whichever it was. */
    @Test
    void ofTwoAttemptsThatBothFinishOneIsIngested() throws IOException {
        client.command(DATABASE, ".create table Twice (Id:long)");
        AdxWriteOptions options = new AdxWriteOptions(cluster, "Twice", "test-twice", Duration.ofMinutes(1), 1 << 20);
        AdxBatchWrite write = new AdxBatchWrite(options, new StructType().add("Id", DataTypes.LongType));
        DataWriterFactory factory = write.createBatchWriterFactory(null);
        List<WriterCommitMessage> attempts =
                List.of(attempt(factory, 0, 1), attempt(factory, 0, 2), attempt(factory, 1, 3));
        write.commit(new WriterCommitMessage[] {attempts.get(1), attempts.get(2)});
        assertThat(count("Twice")).isEqualTo(200);
    }

    private static WriterCommitMessage attempt(DataWriterFactory factory, int partition, long task) throws IOException {
        try (DataWriter<InternalRow> writer = factory.createWriter(partition, task)) {
            for (long id = 0; id < 100; id++) {
                writer.write(new GenericInternalRow(new Object[] {id}));
            }
            return writer.commit();
        }
    }

    /** In a cluster of its own, as Spark does not speculate on one machine. */
    @Test
    @Tag("slow")
    void aStragglerAndItsSpeculativeCopyAddTheirRowsOnce() throws IOException, InterruptedException {
        client.command(DATABASE, ".create table Speculated (Id:long)");
        Path home = Files.createDirectories(directory.resolve("home"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@scripts/jvm.options",
                "-cp",
                System.getProperty("java.class.path"),
                SpeculativeWrite.class.getName(),
                cluster.url().toString(),
                home.toString());
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        home.toString(),
                        "SPARK_TESTING",
                        "1",
                        "SPARK_SCALA_VERSION",
                        "2.12",
                        "SPARK_LOCAL_IP",
                        "127.0.0.1"));
        Process process = builder.redirectError(home.resolve("errors").toFile())
                .redirectOutput(home.resolve("output").toFile())
                .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(process.waitFor())
                .as(Files.readString(home.resolve("errors")))
                .isZero();
        assertThat(Files.readString(home.resolve("output")))
                .contains("written 4000")
                .containsPattern("speculative [1-9]");
        assertThat(count("Speculated")).isEqualTo(4000);
    }

    private static long count(String table) {
        return client.query(DATABASE, table + " | count", AdxOptions.none()).number(0, "Count");
    }
}
