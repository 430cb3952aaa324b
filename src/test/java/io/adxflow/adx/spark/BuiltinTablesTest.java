package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.Answers;
import io.adxflow.adx.FakeAdx;
import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.Emulator;
import io.adxflow.secret.Secret;
import io.adxflow.sparktest.SharedSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data source against the emulator: rows out, rows in, and faults on the way. */
@Tag("spark")
class BuiltinTablesTest {
    private static final String DATABASE = "NetDefaultDB";
    private static final String COLUMNS =
            "(b:bool, i:int, l:long, r:real, d:decimal, s:string, t:datetime, p:timespan, g:guid, j:dynamic)";
    private static final String VALUES = "datatable" + COLUMNS + "[true, 1, 9223372036854775807, 1.5, decimal(12.340),"
            + " 'a\"b,\\n"
            + "\\u00e9', datetime(2024-01-02T03:04:05.1234567Z),"
            + " time(-1.02:03:04.5),"
            + " guid(74be27de-1e4e-49d9-b579-fe0b331d3642),"
            + " dynamic({\"k\":[1,null,\"x\"]}),bool(null),"
            + " int(null), long(null), real(nan), decimal(null),"
            + " '', datetime(null), timespan(null), guid(null),"
            + " dynamic(null),false, -2, -1, real(-inf),"
            + " decimal(-0.5), 'z',"
            + " datetime(1969-12-31T23:59:59.9999999Z), 1d,"
            + " guid(00000000-0000-0000-0000-000000000000),"
            + " dynamic([])]";

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
        client.command(DATABASE, ".set-or-append Values <| " + VALUES);
    }

    @AfterAll
    static void stop() {
        client.close();
        emulator.close();
    }

    @Test
    void everyTypeArrivesInSpark() {
        List<Row> rows = read("Values | sort by l desc").collectAsList();
        assertThat(rows.get(0).mkString("|"))
                .isEqualTo(
                        "true|1|9223372036854775807|1.5|12.340000000000000000|a\"b,\n\u00e9|2024-01-02 03:04:05.123456|"
                                + "-1.02:03:04.5000000|74be27de-1e4e-49d9-b579-fe0b331d3642|{\"k\":[1,null,\"x\"]}");
        assertThat(rows.get(1).mkString("|"))
                .isEqualTo("false|-2|-1|-Infinity|-0.500000000000000000|z|1969-12-31 23:59:59.999999|"
                        + "1.00:00:00|00000000-0000-0000-0000-000000000000|[]");
        assertThat(rows.get(2).mkString("|")).isEqualTo("null|null|null|NaN|null||null|null|null|null");
    }

    @Test
    void onlyTheColumnsAndRowsThatAreAskedForTravel() {
        Dataset<Row> rows =
                read("Values").filter("l < 5 and s <> 'a'").select("s").limit(1);
        assertThat(rows.collectAsList()).hasSize(1);
        assertThat(rows.queryExecution().optimizedPlan().toString()).doesNotContain("Filter");
        assertThat(read("Values").count()).isEqualTo(3);
    }

    @Test
    void aFilterKeepsTheRowsThatSparkWouldKeep() {
        Dataset<Row> values = read("Values");
        Dataset<Row> local = spark.createDataFrame(values.collectAsList(), values.schema());
        for (String condition : List.of(
                "t = timestamp'2024-01-02 03:04:05.123456'",
                "t <= timestamp'1969-12-31 23:59:59.999999'",
                "r > 1",
                "not (r > 1)",
                "l <> -1",
                "l not in (1, -1)",
                "not (l <=> -1)",
                "s like 'a%' or i is null",
                "g = '74be27de-1e4e-49d9-b579-fe0b331d3642'",
                "not (b and l > 0)",
                "d > 0",
                "s = 'a\"b,\n\u00e9'")) {
            assertThat(values.filter(condition).count())
                    .as(condition)
                    .isEqualTo(local.filter(condition).count());
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        client.command(DATABASE, ".create table Copy " + COLUMNS);
        Dataset<Row> rows = read("Values");
        assertThat(append(rows.repartition(2), "Copy").rows()).isEqualTo(3);
        assertThat(read("Copy").exceptAll(rows).collectAsList()).isEmpty();
        assertThat(rows.exceptAll(read("Copy")).collectAsList()).isEmpty();
        assertThat(blobs()).isEmpty();
    }

    @Test
    void textsSurviveWhateverIsInThem() {
        client.command(DATABASE, ".create table Texts (Text:string)");
        List<String> texts = List.of(
                "",
                " ",
                " a ",
                "\r",
                "\n",
                "\r\n",
                "\t",
                "\"",
                "\"\"",
                ",",
                ",,",
                "'",
                "\\",
                "\\n",
                "null",
                "NULL",
                "#",
                "\ufeffx",
                "\u0001",
                "\u00e9\u4e2d\ud83c\udf00",
                "a\nb,\"c\"\n",
                "x".repeat(100_000));
        append(spark.createDataset(texts, Encoders.STRING()).toDF("Text"), "Texts");
        assertThat(read("Texts").as(Encoders.STRING()).collectAsList()).containsExactlyInAnyOrderElementsOf(texts);
    }

    @Test
    void otherTypesOfSparkFindTheirPlace() {
        client.command(
                DATABASE,
                ".create table Typed (D:datetime, R:real, N:decimal, L:long, P:timespan, J:dynamic, M:dynamic)");
        Dataset<Row> rows = spark.sql(
                "SELECT DATE'1582-10-15' AS D, CAST(0.5 AS FLOAT) AS R, CAST('1234567890123456.123456789012345678'"
                        + " AS DECIMAL(38,18)) AS N, CAST(7 AS SMALLINT) AS L, INTERVAL '-1 02:03:04.5' DAY TO SECOND AS"
                        + " P, named_struct('a', array(1, NULL), 'b', CAST(NULL AS STRING), 'c', 1.5D) AS J, map('k',"
                        + " 'v\"') AS M");
        append(rows, "Typed");
        assertThat(read("Typed").collectAsList())
                .singleElement()
                .extracting(row -> row.mkString("|"))
                .isEqualTo("1582-10-15 00:00:00.0|0.5|1234567890123456.123456789012345678|7|-1.02:03:04.5000000|"
                        + "{\"a\":[1,null],\"c\":1.5}|{\"k\":\"v\\\"\"}");
    }

    @Test
    void columnsAreMatchedByName() {
        client.command(DATABASE, ".create table Swapped (Name:string, Id:long)");
        append(spark.sql("SELECT id AS Id, concat('n', id) AS Name FROM range(3)"), "Swapped");
        assertThat(client.query(DATABASE, "Swapped | where Name == strcat('n', Id) | count", AdxOptions.none())
                        .number(0, "Count"))
                .isEqualTo(3);
    }

    @Test
    void aTableThatDoesNotFitIsRefusedBeforeAnythingIsSent() {
        client.command(DATABASE, ".create table Other (Name:string, Id:int)");
        assertThatThrownBy(() -> append(spark.sql("SELECT id AS Id FROM range(3)"), "Other"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the rows have no column 'Name'")
                .hasMessageContaining("'Id' is bigint in the rows and int in the table");
    }

    @Test
    void aTaskThatRunsTwiceAddsNoRow() {
        client.command(DATABASE, ".create table Retried (Id:long)");
        MapFunction<Row, Long> failingOnce = row -> {
            if (TaskContext.get().attemptNumber() == 0 && row.getLong(0) % 1000 == 999) {
                throw new IllegalStateException("injected");
            }
            return row.getLong(0);
        };
        Dataset<Row> rows = spark.sql("SELECT id AS Id FROM range(0, 4000, 1, 4)")
                .map(failingOnce, Encoders.LONG())
                .toDF("Id");
        assertThat(append(rows, "Retried").rows()).isEqualTo(4000);
        assertThat(count("Retried")).isEqualTo(4000);
        assertThat(blobs()).isEmpty();
    }

    @Test
    void aWriteThatFailsLeavesNothing() {
        client.command(DATABASE, ".create table Failed (Id:long)");
        Dataset<Row> rows = spark.sql(
                        "SELECT IF(id = 3999, raise_error('injected'), id) AS Id FROM range(0, 4000, 1, 4)")
                .selectExpr("CAST(Id AS BIGINT) AS Id");
        assertThatThrownBy(() -> append(rows, "Failed")).hasMessageContaining("injected");
        assertThat(count("Failed")).isZero();
        assertThat(blobs()).isEmpty();
    }

    @Test
    void aTruncatedResultFailsTheReadAndSaysTheWayOut() {
        String error = Answers.error("LimitsExceeded", "exceeded the allowed limits (80DA0003)", false);
        String cut = Answers.of(Answers.table("[[1,\"a\"],{\"OneApiErrors\":[" + error + "]}]"));
        try (FakeAdx adx = FakeAdx.start()) {
            adx.then(200, Answers.of(Answers.table("[]")));
            Stream.generate(() -> cut).limit(4).forEach(body -> adx.then(200, body));
            AdxCluster fake = AdxCluster.at(adx.url(), DATABASE, new AdxAuth.None());
            Dataset<Row> rows = new BuiltinTables(spark).read(new AdxQuery(fake, "T | take 1", AdxOptions.none()));
            assertThatThrownBy(rows::collectAsList)
                    .hasRootCauseInstanceOf(UserException.class)
                    .rootCause()
                    .hasMessageContaining("ADX303")
                    .hasMessageContaining("set notruncation;");
        }
    }

    /** Neither asks for slices nor for statistics. */
    @Test
    void aCountAndALimitAreOneRequestEach() {
        String count = "[{\"ColumnName\":\"value0\",\"ColumnType\":\"long\"}]";
        try (FakeAdx adx = FakeAdx.start()) {
            adx.then(200, Answers.of(Answers.table("[]")));
            adx.then(200, Answers.of(Answers.table(count, "[[7]]")));
            adx.then(200, Answers.of(Answers.table("[[1,\"a\"]]")));
            AdxCluster fake = AdxCluster.at(adx.url(), DATABASE, new AdxAuth.None());
            Dataset<Row> rows = new BuiltinTables(spark).read(new AdxQuery(fake, "T", AdxOptions.none()));
            assertThat(rows.count()).isEqualTo(7);
            assertThat(rows.limit(10).collectAsList()).hasSize(1);
            assertThat(adx.requests())
                    .extracting(request -> request.body().replaceAll(".*\"csl\":\"([^\"]*)\".*", "$1"))
                    .containsExactly("T\\n| take 0", "T\\n| summarize value0 = count()", "T\\n| take 10");
        }
    }

    @Test
    void noPlanShowsASecret() throws TimeoutException {
        client.command(DATABASE, ".create table Planned (Id:long)");
        AdxCluster signedIn =
                AdxCluster.at(emulator.uri().toString(), DATABASE, new AdxAuth.Token(new Secret("t0ken")));
        BuiltinTables tables = new BuiltinTables(spark);
        PlanTexts plans = new PlanTexts();
        spark.listenerManager().register(plans);
        Dataset<Row> rows = tables.read(new AdxQuery(signedIn, "Values", AdxOptions.none()));
        tables.append(rows.selectExpr("l AS Id"), new AdxTarget(signedIn, "Planned", "test-planned"));
        spark.sparkContext().listenerBus().waitUntilEmpty();
        spark.listenerManager().unregister(plans);
        assertThat(plans.texts)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("adx").doesNotContain("t0ken"));
        assertThat(rows.queryExecution().toString()).doesNotContain("t0ken");
        assertThat(count("Planned")).isEqualTo(3);
    }

    @Test
    void noRowsAreNoIngestion() {
        client.command(DATABASE, ".create table Empty (Id:long)");
        assertThat(append(spark.sql("SELECT id AS Id FROM range(0)"), "Empty").rows())
                .isZero();
        assertThat(count("Empty")).isZero();
    }

    private static Dataset<Row> read(String kql) {
        return new BuiltinTables(spark).read(new AdxQuery(cluster, kql, AdxOptions.none()));
    }

    private static StagedRows append(Dataset<Row> rows, String table) {
        return new BuiltinTables(spark).append(rows, new AdxTarget(cluster, table, "test-" + table));
    }

    private static long count(String table) {
        return client.query(DATABASE, table + " | count", AdxOptions.none()).number(0, "Count");
    }

    /** What tasks uploaded and nobody removed. */
    private static List<Path> blobs() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().contains("part-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Spark shows of the plans that it runs. */
    private static final class PlanTexts implements QueryExecutionListener {
        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public void onSuccess(String function, QueryExecution execution, long nanos) {
            texts.add(execution.toString());
            texts.add(execution.logical().treeString());
        }

        @Override
        public void onFailure(String function, QueryExecution execution, Exception failure) {
            texts.add(execution.toString());
        }
    }
}
