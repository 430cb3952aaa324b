package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.EmulatorOptions;
import io.adxflow.sparktest.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
        emulator = Emulator.start(EmulatorOptions.in(directory.resolve("adx")).withDatabases(List.of("Other")));
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
    void onlyTheTagsOfTheLastEpochStay() throws Exception {
        create("Ticks", "Counted");
        for (int i = 0; i < 3; i++) {
            append("Ticks", i * 10, 10);
            run("Ticks", "Counted", "tags");
        }
        assertThat(ids("Counted")).hasSize(30);
        assertThat(client.command(DATABASE, ".show table Counted extents | project Tags = tostring(Tags)")
                        .rows())
                .extracting(row -> row.get(0).toString().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID"))
                .containsExactlyInAnyOrder("", "", "ingest-by:adxflow-ID-2-0");
    }

    @Test
    void aCheckpointThatWasSetBackIsNoticed() throws Exception {
        create("Past", "Kept");
        append("Past", 0, 10);
        run("Past", "Kept", "past");
        copy(directory.resolve("past"), directory.resolve("older"));
        append("Past", 10, 10);
        run("Past", "Kept", "past");
        append("Past", 20, 10);
        run("Past", "Kept", "past");
        assertThatThrownBy(() -> run("Past", "Kept", "older"))
                .isInstanceOf(StreamingQueryException.class)
                .hasMessageContaining("ADX311")
                .hasMessageContaining("holds epoch 2 of the stream, whose checkpoint goes on with epoch 1");
        assertThat(ids("Kept")).hasSize(30);
    }

    @Test
    void aTableThatWasMadeAnewIsAnother() throws Exception {
        create("Anew", "Target1");
        append("Anew", 0, 10);
        run("Anew", "Target1", "anew");
        client.command(DATABASE, ".drop table Anew");
        create("Anew");
        append("Anew", 10, 10);
        assertThatThrownBy(() -> run("Anew", "Target1", "anew"))
                .isInstanceOf(StreamingQueryException.class)
                .hasMessageContaining("ADX312")
                .hasMessageContaining("dropped and made again");
        assertThat(ids("Target1")).hasSize(10);
    }

    @Test
    void aCursorOfAnotherDatabaseIsRefused() throws Exception {
        create("Same", "Target2");
        append("Same", 0, 10);
        run("Same", "Target2", "elsewhere");
        client.command("Other", ".create table Same (Id:long)");
        assertThatThrownBy(() -> run("Other", "Same", "Target2", "elsewhere"))
                .isInstanceOf(StreamingQueryException.class)
                .hasMessageContaining("ADX312")
                .hasMessageContaining("another database");
    }

    @Test
    void aDatabaseThatWasSetBackIsNoticed() throws Exception {
        create("Back", "Target3");
        append("Back", 0, 10);
        run("Back", "Target3", "back");
        Path offsets = directory.resolve("back").resolve("offsets");
        Path last = offsets.resolve("0");
        Files.writeString(last, Files.readString(last).replaceAll("(cursor\\W+)\\d+", "$19223372036854775807"));
        Files.deleteIfExists(offsets.resolve(".0.crc"));
        append("Back", 10, 10);
        assertThatThrownBy(() -> run("Back", "Target3", "back"))
                .isInstanceOf(StreamingQueryException.class)
                .hasMessageContaining("ADX313");
    }

    @Test
    void rowsThatNoCursorFindsEndTheStream() throws Exception {
        create("Undated", "Target4");
        append("Undated", 0, 10);
        run("Undated", "Target4", "undated");
        client.command(DATABASE, ".alter table Undated policy ingestiontime false");
        append("Undated", 10, 10);
        assertThatThrownBy(() -> run("Undated", "Target4", "undated"))
                .isInstanceOf(StreamingQueryException.class)
                .hasMessageContaining("ADX310");
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

    /** Each is known by its id, so their epochs of the same numbers are not taken for one another. */
    @Test
    void twoStreamsIntoOneTableBothArrive() {
        create("Left", "Right", "Both");
        for (int round = 0; round < 2; round++) {
            append("Left", round * 100, 50);
            append("Right", 1000 + round * 100, 50);
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> runQuietly("Left", "Both", "left")),
                            CompletableFuture.runAsync(() -> runQuietly("Right", "Both", "right")))
                    .join();
        }
        assertThat(ids("Both")).isEqualTo(ids("union Left, Right")).hasSize(200);
        assertThat(stagingTables()).isEmpty();
    }

    private static void runQuietly(String query, String table, String name) {
        try {
            run(query, table, name);
        } catch (TimeoutException | StreamingQueryException e) {
            throw new CompletionException(e);
        }
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
        run(DATABASE, query, table, name);
    }

    private static void run(String database, String query, String table, String name)
            throws TimeoutException, StreamingQueryException {
        Map<String, String> place = Map.of("kustoCluster", cluster.url().toString(), "kustoDatabase", DATABASE);
        Dataset<Row> rows = spark.readStream()
                .format("adx")
                .option("kustoCluster", cluster.url().toString())
                .option("kustoDatabase", database)
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

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
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
