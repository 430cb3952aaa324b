package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.emulator.Emulator;
import io.adxflow.sparktest.SharedSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ADX computes for Spark is what Spark would have computed. */
@Tag("spark")
class PushDownTest {
    private static final String DATABASE = "NetDefaultDB";
    private static final int ROWS = 300;
    private static final int QUERIES = 20;

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static SparkSession spark;
    private static AdxCluster cluster;
    private static AdxClient client;
    private static Dataset<Row> local;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(directory.resolve("adx"));
        cluster = AdxCluster.at(emulator.uri().toString(), DATABASE, new AdxAuth.None());
        client = AdxClient.connect(cluster);
        spark = SharedSpark.session();
        spark.conf().set("spark.sql.session.timeZone", "Asia/Kolkata");
        spark.conf().set("spark.sql.shuffle.partitions", 1);
        spark.conf().set("spark.sql.codegen.wholeStage", false);
        spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        client.command(DATABASE, ".create table Random (" + RandomSql.TYPES + ")");
        client.command(
                DATABASE, ".append Random <| datatable(" + RandomSql.TYPES + ")[" + new RandomSql(7).rows(ROWS) + "]");
        Dataset<Row> remote = remote();
        local = spark.createDataFrame(remote.collectAsList(), remote.schema());
    }

    @AfterAll
    static void stop() {
        client.close();
        emulator.close();
    }

    /** One that is always the same, and one that is new each day. */
    static List<Long> seeds() {
        return List.of(13L, System.currentTimeMillis() / 86_400_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomFiltersKeepTheRowsThatSparkKeeps(long seed) {
        RandomSql random = new RandomSql(seed);
        for (int i = 0; i < QUERIES; i++) {
            assertSame("SELECT * FROM {rows} WHERE " + random.predicate(), false);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomAggregationsGiveWhatSparkGives(long seed) {
        RandomSql random = new RandomSql(seed);
        for (int i = 0; i < QUERIES; i++) {
            String keys = random.keys();
            assertSame(
                    "SELECT " + (keys.isEmpty() ? "" : keys + ", ") + random.aggregates() + " FROM {rows} WHERE "
                            + random.predicate() + (keys.isEmpty() ? "" : " GROUP BY " + keys),
                    false);
        }
    }

    /** Keys of any type, nulls, NaN and both zeros among them; the smaller side is sent to the other by its statistics. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomJoinsGiveWhatSparkGives(long seed) {
        RandomSql random = new RandomSql(seed);
        for (int i = 0; i < QUERIES / 2; i++) {
            String key = random.pick(RandomSql.KEYS);
            String kind = random.pick(List.of("JOIN", "LEFT JOIN", "FULL JOIN", "LEFT SEMI JOIN", "LEFT ANTI JOIN"));
            assertSame(
                    "SELECT count(*), sum(x.i), max(x." + random.pick(RandomSql.KEYS)
                            + ") FROM (SELECT * FROM {rows} WHERE "
                            + random.predicate() + ") x " + kind + " (SELECT * FROM {rows} WHERE " + random.predicate()
                            + " LIMIT 1000) y ON x." + key + (i % 2 == 0 ? " = y." : " <=> y.") + key,
                    false);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFirstRowsAreTheOnesThatSparkWouldTake(long seed) {
        RandomSql random = new RandomSql(seed);
        for (int i = 0; i < QUERIES / 2; i++) {
            List<String> columns = List.of(random.pick(RandomSql.KEYS), "l", "t", "i");
            assertSame(
                    "SELECT DISTINCT " + columns.stream().distinct().collect(Collectors.joining(", "))
                            + " FROM {rows} WHERE "
                            + random.predicate() + " ORDER BY " + random.order(columns) + " LIMIT " + random.limit()
                            + (i % 2 == 0 ? "" : " OFFSET " + random.limit()),
                    true);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFirstGroupsAreTheOnesThatSparkWouldTake(long seed) {
        RandomSql random = new RandomSql(seed);
        for (int i = 0; i < QUERIES / 2; i++) {
            String key = random.pick(List.of("l", "t", "i", "s"));
            String value =
                    random.pick(List.of("count(*)", "max(t)", "min(l)", "sum(i)", "count(DISTINCT s)", "max(r)"));
            assertSame(
                    "SELECT " + key + ", " + value + " AS v FROM {rows} WHERE " + random.predicate() + " GROUP BY "
                            + key + " ORDER BY " + random.order(List.of("v", key)) + " LIMIT " + random.limit(),
                    true);
        }
    }

    @Test
    void intervalsAreComparedAndAggregatedByTheMicrosecond() {
        for (String sql : List.of(
                "SELECT p, count(*) FROM {rows} GROUP BY p",
                "SELECT min(p), max(p), count(DISTINCT p), count(p) FROM {rows}",
                "SELECT * FROM {rows} WHERE p > INTERVAL '0' SECOND",
                "SELECT * FROM {rows} WHERE p = INTERVAL '-0.000001' SECOND",
                "SELECT * FROM {rows} WHERE p IN (INTERVAL '1' DAY, null) OR p <= INTERVAL '-1' SECOND",
                "SELECT p FROM {rows} ORDER BY p DESC NULLS LAST LIMIT 7")) {
            Dataset<Row> remote = spark.read()
                    .format("adx")
                    .option("kustoCluster", cluster.url().toString())
                    .option("kustoDatabase", DATABASE)
                    .option("kustoQuery", "Random")
                    .option("timespanType", "interval")
                    .load();
            remote.createOrReplaceTempView("remote_rows");
            spark.createDataFrame(remote.collectAsList(), remote.schema()).createOrReplaceTempView("local_rows");
            Dataset<Row> pushed = spark.sql(sql.replace("{rows}", "remote_rows"));
            assertThat(pushed.queryExecution().sparkPlan().toString()).as(sql).doesNotContain("Filter (");
            assertThat(texts(pushed))
                    .as(sql)
                    .containsExactlyInAnyOrderElementsOf(texts(spark.sql(sql.replace("{rows}", "local_rows"))));
        }
    }

    @Test
    void rowsThatAreSkippedDoNotTravel() {
        remote().createOrReplaceTempView("rows");
        String sql = "SELECT i FROM rows LIMIT 5 OFFSET 290";
        assertThat(plan(sql))
                .contains("take 295")
                .contains("row_number() > 290")
                .doesNotContain("Limit");
        assertThat(spark.sql(sql).count()).isEqualTo(5);
        assertThat(spark.sql("SELECT i FROM rows OFFSET 298").count()).isEqualTo(2);
    }

    private static void assertSame(String sql, boolean ordered) {
        List<String> pushed = texts(spark.sql(sql.replace("{rows}", view(remote()))));
        List<String> expected = texts(spark.sql(sql.replace("{rows}", view(local))));
        if (ordered) {
            assertThat(pushed).as(sql).isEqualTo(expected);
        } else {
            assertThat(pushed).as(sql).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM rows",
                "SELECT s, t, count(*), count(i), min(l), max(r), sum(i), avg(i), max(t), min(b) FROM rows GROUP BY s, t",
                "SELECT count(DISTINCT i), count(DISTINCT s) FROM rows",
                "SELECT s, count(*) AS n FROM rows GROUP BY s ORDER BY n DESC LIMIT 3",
                "SELECT DISTINCT g, p FROM rows",
                "SELECT max(d) FROM rows WHERE i > 1 AND s = 'a'"
            })
    void anAggregationTravels(String sql) {
        remote().createOrReplaceTempView("rows");
        assertThat(plan(sql)).contains("summarize").doesNotContain("Aggregate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT sum(r) FROM rows",
                "SELECT sum(l) FROM rows",
                "SELECT try_sum(l) FROM rows",
                "SELECT count(*) FROM rows GROUP BY r",
                "SELECT min(s) FROM rows",
                "SELECT avg(l) FROM rows",
                "SELECT sum(DISTINCT i) FROM rows",
                "SELECT count(DISTINCT r) FROM rows",
                "SELECT count(*) FROM rows WHERE p > '1'",
                "SELECT count(*) FROM rows GROUP BY i + 1",
                "SELECT sum(i) FILTER (WHERE l > 1) FROM rows"
            })
    void anAggregationThatDiffersInAdxStaysWithSpark(String sql) {
        remote().createOrReplaceTempView("rows");
        assertThat(plan(sql)).contains("Aggregate").doesNotContain("summarize");
    }

    @Test
    void theFirstGroupsTravel() {
        remote().createOrReplaceTempView("rows");
        assertThat(plan("SELECT i, count(*) AS n FROM rows GROUP BY i ORDER BY n DESC, i LIMIT 3"))
                .containsPattern(
                        "(?s)summarize.*sort by \\['value0'\\] desc nulls last, \\['key0'\\] asc nulls first\\s+\\| take 3");
    }

    @Test
    void theFirstRowsTravel() {
        remote().createOrReplaceTempView("rows");
        assertThat(plan("SELECT * FROM rows ORDER BY t DESC, l LIMIT 5")).contains("| take 5");
        assertThat(plan("SELECT * FROM rows ORDER BY s LIMIT 5")).doesNotContain("| take 5");
    }

    private static String plan(String sql) {
        return spark.sql(sql).queryExecution().sparkPlan().toString();
    }

    private static Dataset<Row> remote() {
        return new BuiltinTables(spark).read(new AdxQuery(cluster, "Random", AdxOptions.none()));
    }

    private static String view(Dataset<Row> rows) {
        String name = rows == local ? "local_rows" : "remote_rows";
        rows.createOrReplaceTempView(name);
        return name;
    }

    private static List<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.mkString("|")).toList();
    }
}
