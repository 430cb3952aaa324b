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
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ADX computes for Spark is what Spark would have computed. */
@Tag("spark")
class PushDownTest {
    private static final String DATABASE = "NetDefaultDB";
    private static final String TYPES =
            "b:bool, i:int, l:long, r:real, d:decimal, s:string, t:datetime, p:timespan, g:guid";
    private static final int ROWS = 300;
    private static final int QUERIES = 40;

    private static final List<String> PREDICATES = List.of(
            "true",
            "false",
            "b",
            "not b",
            "b is null",
            "i > 1",
            "i <> 1",
            "not (i <=> 2)",
            "l in (1, 2, -1)",
            "l not in (1, 9223372036854775807)",
            "l is not null",
            "r > 0.5",
            "r <= 0.5",
            "not (r < 0.5)",
            "s = ''",
            "s <> 'A'",
            "s like 'a%'",
            "t >= timestamp'2024-01-01 00:00:00.000002'",
            "t < timestamp'2024-01-01 00:00:00.000002'",
            "g is not null",
            "i > 0 or s = 'a'",
            "not (i > 0 and b)");
    private static final List<String> KEYS = List.of("b", "i", "l", "r", "d", "s", "t", "p", "g");
    private static final List<String> AGGREGATES = Stream.concat(
                    Stream.of("count(*)", "sum(i)", "sum(l)", "avg(i)"),
                    KEYS.stream()
                            .flatMap(key -> Stream.of("count(" + key + ")", "min(" + key + ")", "max(" + key + ")")))
            .toList();

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
        client.command(DATABASE, ".create table Random (" + TYPES + ")");
        client.command(DATABASE, ".append Random <| datatable(" + TYPES + ")[" + randomRows(new Random(7)) + "]");
        Dataset<Row> remote = remote();
        local = spark.createDataFrame(remote.collectAsList(), remote.schema()).cache();
    }

    @AfterAll
    static void stop() {
        client.close();
        emulator.close();
    }

    @Test
    void randomAggregationsGiveWhatSparkGives() {
        Random random = new Random(11);
        for (int i = 0; i < QUERIES; i++) {
            String predicate = pick(PREDICATES, random);
            String aggregates = some(AGGREGATES, random, 1 + random.nextInt(3));
            String keys = some(KEYS, random, random.nextInt(3));
            String sql = "SELECT " + (keys.isEmpty() ? "" : keys + ", ") + aggregates + " FROM {rows} WHERE "
                    + predicate + (keys.isEmpty() ? "" : " GROUP BY " + keys);
            assertThat(texts(spark.sql(sql.replace("{rows}", view(remote())))))
                    .as(sql)
                    .containsExactlyInAnyOrderElementsOf(texts(spark.sql(sql.replace("{rows}", view(local)))));
        }
    }

    @Test
    void theFirstRowsAreTheOnesThatSparkWouldTake() {
        Random random = new Random(13);
        for (int i = 0; i < QUERIES / 2; i++) {
            String order = Stream.of(KEYS.get(random.nextInt(KEYS.size())), "l", "t", "i")
                    .distinct()
                    .map(key -> key
                            + (random.nextBoolean() ? " asc" : " desc")
                            + (random.nextBoolean() ? " nulls first" : " nulls last"))
                    .collect(Collectors.joining(", "));
            String keys = order.replaceAll(" (asc|desc) nulls (first|last)", "");
            String sql = "SELECT " + keys + " FROM {rows} WHERE " + pick(PREDICATES, random) + " ORDER BY " + order
                    + " LIMIT " + random.nextInt(1, 20);
            assertThat(texts(spark.sql(sql.replace("{rows}", view(remote())))))
                    .as(sql)
                    .isEqualTo(texts(spark.sql(sql.replace("{rows}", view(local)))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM rows",
                "SELECT s, t, count(*), count(i), min(l), max(r), sum(i), avg(l), max(t) FROM rows GROUP BY s, t",
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
                "SELECT count(DISTINCT i) FROM rows",
                "SELECT count(*) FROM rows WHERE p > '1'",
                "SELECT count(*) FROM rows GROUP BY i + 1",
                "SELECT sum(i) FILTER (WHERE l > 1) FROM rows"
            })
    void anAggregationThatDiffersInAdxStaysWithSpark(String sql) {
        remote().createOrReplaceTempView("rows");
        assertThat(plan(sql)).contains("Aggregate").doesNotContain("summarize");
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

    private static String some(List<String> choices, Random random, int number) {
        return Stream.generate(() -> pick(choices, random))
                .limit(number)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String pick(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String randomRows(Random random) {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> String.join(
                        ",",
                        pick(List.of("true", "false", "bool(null)"), random),
                        pick(List.of("1", "2", "-3", "2147483647", "int(null)"), random),
                        pick(
                                List.of("1", "2", "-1", "9223372036854775807", "-9223372036854775807", "long(null)"),
                                random),
                        pick(List.of("0.5", "-1.5", "real(nan)", "real(+inf)", "real(-inf)", "real(null)"), random),
                        pick(List.of("decimal(1.5)", "decimal(-2)", "decimal(null)"), random),
                        pick(List.of("'a'", "'A'", "''", "'ab'", "'\\u00e9'"), random),
                        pick(
                                List.of(
                                        "datetime(2024-01-01T00:00:00.0000019Z)",
                                        "datetime(2024-01-01T00:00:00.0000011Z)",
                                        "datetime(2024-01-01T00:00:00.0000020Z)",
                                        "datetime(1960-01-01T00:00:00.0000029Z)",
                                        "datetime(null)"),
                                random),
                        pick(List.of("1d", "-1s", "1tick", "timespan(null)"), random),
                        pick(List.of("guid(74be27de-1e4e-49d9-b579-fe0b331d3642)", "guid(null)"), random)))
                .collect(Collectors.joining(","));
    }
}
