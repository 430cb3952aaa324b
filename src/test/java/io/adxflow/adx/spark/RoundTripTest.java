package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.Emulator;
import io.adxflow.sparktest.SharedSpark;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Spark has and ADX can hold comes back as it left; what cannot is refused, and nothing is written. */
@Tag("spark")
class RoundTripTest {
    private static final String DATABASE = "NetDefaultDB";
    private static final int ROWS = 300;
    private static final String NESTED =
            "STRUCT<n: DECIMAL(30,10), d: DATE, t: TIMESTAMP, z: TIMESTAMP_NTZ, x: BINARY, r: DOUBLE, l: BIGINT, b: BOOLEAN,"
                    + " s: STRING, a: ARRAY<STRUCT<f: FLOAT, s: STRING>>, m: MAP<STRING, ARRAY<INT>>>";
    private static final String SCHEMA =
            "k BIGINT, bo BOOLEAN, i8 TINYINT, i16 SMALLINT, i INT, l BIGINT, f FLOAT, r DOUBLE, d DECIMAL(38,18), d2 DECIMAL(12,2),"
                    + " d0 DECIMAL(20,0), dl BIGINT, s STRING, x BINARY, t TIMESTAMP, z TIMESTAMP_NTZ, dt DATE,"
                    + " p INTERVAL DAY TO SECOND, g STRING, ai ARRAY<INT>, ax ARRAY<STRING>, mr MAP<STRING, DOUBLE>, n "
                    + NESTED;
    private static final String TABLE =
            "(k:long, bo:bool, i8:int, i16:int, i:int, l:long, f:real, r:real, d:decimal, d2:decimal, d0:decimal, dl:decimal,"
                    + " s:string, x:string, t:datetime, z:datetime, dt:datetime, p:timespan, g:guid, ai:dynamic, ax:dynamic,"
                    + " mr:dynamic, n:dynamic)";

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
        spark.conf().set("spark.sql.datetime.java8API.enabled", true);
        spark.conf().set("spark.sql.session.timeZone", "America/New_York");
    }

    @AfterAll
    static void stop() {
        client.close();
        emulator.close();
    }

    /** Two that are always the same, and one that is new each day. */
    static List<Long> seeds() {
        return List.of(1L, 20_241_120L, System.currentTimeMillis() / 86_400_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomRowsComeBackAsTheyLeft(long seed) {
        String table = "Random" + seed;
        client.command(DATABASE, ".create table " + table + " " + TABLE);
        List<Row> left = randomRows(seed);
        Dataset<Row> rows = spark.createDataFrame(left, StructType.fromDDL(SCHEMA));
        assertThat(new BuiltinTables(spark)
                        .append(rows.repartition(2), new AdxTarget(cluster, table, "round-" + seed))
                        .rows())
                .isEqualTo(ROWS);
        List<Row> back = typed(read(table)).sort("k").collectAsList();
        assertThat(back).hasSize(ROWS);
        for (int i = 0; i < ROWS; i++) {
            for (String column : rows.columns()) {
                int at = left.get(i).fieldIndex(column);
                assertThat(plain(back.get(i).get(at)))
                        .as("seed %d, row %d, column %s", seed, i, column)
                        .isEqualTo(plain(left.get(i).get(at)));
            }
        }
    }

    @Test
    void anIntervalArrivesByOptionAndATextOtherwise() {
        client.command(
                DATABASE, ".set-or-replace Spans <| datatable(p:timespan)[time(-1.02:03:04.5000009), timespan(null)]");
        assertThat(read("Spans").select("p").collectAsList())
                .extracting(row -> String.valueOf(row.get(0)))
                .containsExactlyInAnyOrder("PT-26H-3M-4.500001S", "null");
        assertThat(spark.read()
                        .format("adx")
                        .options(place())
                        .option("kustoQuery", "Spans | where isnotnull(p)")
                        .load()
                        .first()
                        .getString(0))
                .isEqualTo("-1.02:03:04.5000009");
    }

    @Test
    void aNullTextIsAnEmptyOne() {
        client.command(DATABASE, ".create table Nulls (s:string, j:dynamic)");
        append("SELECT CAST(NULL AS STRING) AS s, NULL AS j", "Nulls");
        assertThat(read("Nulls").first()).isEqualTo(RowFactory.create("", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'{\"a\":[1,2.5,\"x\",null,true]}';{\"a\":[1,2.5,\"x\",null,true]}",
                "'abc';abc",
                "'{bad';{bad",
                "'12';12",
                "' x ';` x `",
                "'';``"
            })
    void aTextForADynamicIsJsonOrAString(String sql, String arrives) {
        client.command(DATABASE, ".create table Json" + Math.abs(sql.hashCode()) + " (j:dynamic)");
        append("SELECT " + sql + " AS j", "Json" + Math.abs(sql.hashCode()));
        assertThat(read("Json" + Math.abs(sql.hashCode())).first().getString(0)).isEqualTo(arrives);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "decimal; CAST('0.1234567890123456789' AS DECIMAL(38,19)); 18 of them behind the point",
                "decimal; CAST('123456789012345678901' AS DECIMAL(38,0)); 20 before it",
                "decimal; CAST('12345678901234567.123456789012345678' AS DECIMAL(38,18)); at most 34 digits",
                "datetime; DATE'10000-01-01'; the years 1 to 9999",
                "datetime; TIMESTAMP'0000-12-31 23:59:59Z'; the years 1 to 9999",
                "timespan; INTERVAL '10675200' DAY; a timespan is at most 10675199.02:48:05.4775807",
                "timespan; '1 day'; not a timespan",
                "guid; 'x'; not a guid",
                "string; CAST(unhex('ff') AS STRING); a text is UTF-8",
                "string; CAST(unhex('61eda080') AS STRING); a text is UTF-8",
                "dynamic; named_struct('s', CAST(unhex('ff') AS STRING)); a text is UTF-8",
                "dynamic; '{\"a\":1,\"a\":2}'; an object has each name once",
                "dynamic; '[123456789012345678901234567890]'; a number is a long or a real",
                "dynamic; '[0.1234567890123456789012]'; a number is a long or a real"
            })
    void aValueThatWouldNotArriveIsRefusedAndNothingIsWritten(String type, String sql, String reason) {
        client.command(DATABASE, ".create-merge table Refused_" + type + " (c:" + type + ")");
        assertThatThrownBy(() -> append("SELECT " + sql + " AS c FROM range(10)", "Refused_" + type))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ADX402")
                .hasMessageContaining("'c'")
                .hasMessageContaining(reason);
        assertThat(client.query(DATABASE, "Refused_" + type + " | count", AdxOptions.none())
                        .number(0, "Count"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "long; CAST(1 AS DECIMAL(20,0))",
                "int; 1L",
                "real; CAST(1 AS DECIMAL(5,2))",
                "datetime; '2024-01-01'",
                "bool; 1",
                "string; 1",
                "timespan; INTERVAL '1' YEAR",
                "dynamic; map(array(1), 2)",
                "dynamic; named_struct('y', INTERVAL '1' YEAR)",
                "dynamic; 1"
            })
    void aTypeThatDoesNotFitIsRefused(String type, String sql) {
        client.command(DATABASE, ".create-merge table Refused_" + type + " (c:" + type + ")");
        assertThatThrownBy(() -> append("SELECT " + sql + " AS c", "Refused_" + type))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ADX401")
                .hasMessageContaining(type + " in the table");
    }

    private static List<Row> randomRows(long seed) {
        RandomRows some = new RandomRows(seed);
        StructType schema = StructType.fromDDL(SCHEMA);
        List<Row> rows = new ArrayList<>();
        for (long k = 0; k < ROWS; k++) {
            rows.add(new GenericRowWithSchema(values(k, some), schema));
        }
        return rows;
    }

    private static Object[] values(long k, RandomRows some) {
        return new Object[] {
            k,
            some.orNull(some::bool),
            some.orNull(some::small),
            some.orNull(() -> (short) some.integer()),
            some.orNull(some::integer),
            some.orNull(some::whole),
            some.orNull(some::single),
            some.orNull(some::real),
            some.orNull(() -> some.decimal(34, 18)),
            some.orNull(() -> some.decimal(12, 2)),
            some.orNull(() -> some.decimal(20, 0)),
            some.orNull(some::whole),
            some.text(),
            some.bytes(),
            some.orNull(some::moment),
            some.orNull(some::local),
            some.orNull(some::date),
            some.orNull(some::interval),
            some.orNull(some::guid),
            some.orNull(() -> some.list(some::integer)),
            some.orNull(() -> some.list(some::text)),
            some.orNull(() -> some.map(some::real)),
            some.orNull(() -> nested(some))
        };
    }

    private static Row nested(RandomRows some) {
        return some.struct(
                some.orNull(() -> some.decimal(30, 10)),
                some.orNull(some::date),
                some.orNull(some::moment),
                some.orNull(some::local),
                some.orNull(some::bytes),
                some.orNull(some::real),
                some.orNull(some::whole),
                some.orNull(some::bool),
                some.orNull(some::text),
                some.orNull(() -> some.list(() -> some.struct(some.orNull(some::single), some.orNull(some::text)))),
                some.orNull(() -> some.map(() -> some.list(some::integer))));
    }

    private static Map<String, String> place() {
        return Map.of("kustoCluster", cluster.url().toString(), "kustoDatabase", DATABASE);
    }

    private static Dataset<Row> read(String query) {
        return spark.read()
                .format("adx")
                .options(place())
                .option("kustoQuery", query)
                .option("timespanType", "interval")
                .load();
    }

    private static void append(String sql, String table) {
        new BuiltinTables(spark).append(spark.sql(sql), new AdxTarget(cluster, table, "round-" + table));
    }

    /** JSON is read by Spark itself, which has no local timestamps in it. */
    private static Dataset<Row> typed(Dataset<Row> rows) {
        return rows.withColumn("ai", functions.expr("from_json(ai, 'ARRAY<INT>')"))
                .withColumn("ax", functions.expr("from_json(ax, 'ARRAY<STRING>')"))
                .withColumn("mr", functions.expr("from_json(mr, 'MAP<STRING, DOUBLE>')"))
                .withColumn(
                        "n", functions.expr("from_json(n, '" + NESTED.replace("TIMESTAMP_NTZ", "TIMESTAMP") + "')"));
    }

    /** What ADX keeps of a value: one whole number, one real, one datetime in UTC, base64 for bytes. */
    private static Object plain(Object value) {
        if (value instanceof Float || value instanceof Double) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Number number) {
            return String.valueOf(number.longValue());
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        }
        return value instanceof LocalDate date
                ? date.atStartOfDay().toInstant(ZoneOffset.UTC)
                : value instanceof Iterable<?>
                                || value instanceof Map<?, ?>
                                || value instanceof scala.collection.Iterable<?>
                                || value instanceof Row
                        ? inside(value)
                        : value;
    }

    private static Object inside(Object value) {
        if (value instanceof scala.collection.Seq<?> list) {
            return inside(scala.collection.JavaConverters.seqAsJavaList(list));
        }
        if (value instanceof scala.collection.Map<?, ?> map) {
            return inside(scala.collection.JavaConverters.mapAsJavaMap(map));
        }
        if (value instanceof Row row) {
            return IntStream.range(0, row.size())
                    .mapToObj(i -> plain(row.get(i)))
                    .collect(ArrayList::new, List::add, List::addAll);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RoundTripTest::plain).collect(ArrayList::new, List::add, List::addAll);
        }
        Map<String, Object> entries = new TreeMap<>();
        ((Map<?, ?>) value).forEach((name, entry) -> entries.put((String) name, plain(entry)));
        return entries;
    }
}
