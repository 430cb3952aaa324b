package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.emulator.Emulator;
import io.adxflow.sparktest.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that begin and end in tables of the emulator, stopped and started again. */
@Tag("spark")
class StreamsTest {
    private static final String DATABASE = "NetDefaultDB";

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static SparkSession spark;
    private static AdxCluster cluster;
    private static AdxClient client;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(directory.resolve("adx"));
        cluster = AdxCluster.at(emulator.uri().toString(), DATABASE, new AdxAuth.None());
        client = AdxClient.connect(cluster);
        spark = SharedSpark.session();
    }

    @AfterAll
    static void stop() {
        client.close();
        emulator.close();
    }

    @Test
    void aStreamCarriesEachRowOnceAcrossRestarts() throws Exception {
        create("From", "To");
        for (int i = 0; i < 3; i++) {
            append("From", i * 100, 100);
            run("From | where Id % 2 == 0", "To", "once");
        }
        assertThat(ids("To")).isEqualTo(ids("From | where Id % 2 == 0")).hasSize(150);
        assertThat(stagingTables()).isEmpty();
    }

    @Test
    void extentsThatMovedIntoTheTableAreSeenByTheStream() throws Exception {
        create("Moved", "Staged", "Arrived");
        append("Moved", 0, 10);
        append("Staged", 10, 10);
        run("Moved", "Arrived", "moved");
        client.command(DATABASE, ".move extents all from table Staged to table Moved with (setNewIngestionTime=true)");
        run("Moved", "Arrived", "moved");
        assertThat(ids("Arrived")).isEqualTo(ids("Moved")).hasSize(20);
    }

    @Test
    void anEpochThatSparkRepeatsAddsNoRow() throws Exception {
        create("Source", "Repeated");
        append("Source", 0, 50);
        run("Source", "Repeated", "repeated");
        forgetTheLastCommit(directory.resolve("repeated"));
        client.command(DATABASE, ".create table " + leftover("repeated") + " (Id:long)");
        run("Source", "Repeated", "repeated");
        assertThat(ids("Repeated")).hasSize(50);
        assertThat(stagingTables()).isEmpty();
    }

    @Test
    void aQueryThatComparesRowsIsNoStream() {
        create("Compared", "Refused");
        append("Compared", 0, 5);
        assertThatThrownBy(() -> run("Compared | summarize Id = count()", "Refused", "refused"))
                .isInstanceOf(StreamingQueryException.class)
                .hasMessageContaining("ADX309");
    }

    private void create(String... tables) {
        List.of(tables).forEach(table -> client.command(DATABASE, ".create table " + table + " (Id:long)"));
    }

    private void append(String table, int from, int rows) {
        client.command(
                DATABASE, ".append " + table + " <| range Id from " + from + " to " + (from + rows - 1) + " step 1");
    }

    private static void run(String query, String table, String name) throws TimeoutException, StreamingQueryException {
        Map<String, String> place = Map.of("kustoCluster", cluster.url().toString(), "kustoDatabase", DATABASE);
        Dataset<Row> rows = spark.readStream()
                .format("adx")
                .options(place)
                .option("kustoQuery", query)
                .load();
        StreamingQuery stream = rows.writeStream()
                .format("adx")
                .options(place)
                .option("kustoTable", table)
                .option("checkpointLocation", directory.resolve(name).toString())
                .trigger(Trigger.AvailableNow())
                .start();
        stream.awaitTermination();
    }

    /** What a driver that dies between its commit and its note of it leaves behind. */
    private static void forgetTheLastCommit(Path checkpoint) throws IOException {
        try (Stream<Path> commits = Files.list(checkpoint.resolve("commits"))) {
            for (Path commit : commits.toList()) {
                Files.delete(commit);
            }
        }
    }

    private static String leftover(String name) throws IOException {
        String metadata = Files.readString(directory.resolve(name).resolve("metadata"));
        String id = metadata.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1").replace('-', '_');
        return "adxflow_stream_" + id + "_before";
    }

    private static List<Long> ids(String query) {
        return new BuiltinTables(spark)
                .read(new AdxQuery(cluster, query, AdxOptions.none())).as(Encoders.LONG()).collectAsList().stream()
                        .sorted()
                        .toList();
    }

    private static List<List<Object>> stagingTables() {
        return client.command(DATABASE, ".show tables | where TableName startswith 'adxflow_stream_'")
                .rows();
    }
}
