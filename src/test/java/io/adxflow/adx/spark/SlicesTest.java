package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.Emulator;
import io.adxflow.kql.Kql;
import io.adxflow.sparktest.SharedSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.Statistics;
import org.apache.spark.sql.execution.ExplainMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table read in slices, while it is quiet and while it is not. */
@Tag("spark")
class SlicesTest {
    private static final String DATABASE = "NetDefaultDB";
    private static final int INGESTIONS = 6;
    private static final int ROWS_EACH = 100;
    /** The emulator merges the extents of a table when there are more than 64. */
    private static final int UNTIL_MERGED = 65;

    @TempDir
    static Path directory;

    private static final AtomicInteger TABLES = new AtomicInteger();

    private static Emulator emulator;
    private static SparkSession spark;
    private static AdxCluster cluster;
    private static AdxClient client;

    private String table;

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

    @BeforeEach
    void aTableOfSeveralIngestions() {
        table = "T" + TABLES.incrementAndGet();
        client.command(DATABASE, ".create table " + table + " (Id:long, Text:string, Note:string)");
        IntStream.range(0, INGESTIONS).forEach(this::ingest);
    }

    @Test
    void slicesHoldEachRowOnce() {
        Dataset<Row> rows = read(table, 3);
        assertThat(rows.rdd().getNumPartitions()).isEqualTo(3);
        assertThat(ids(rows)).isEqualTo(first(INGESTIONS));
    }

    @Test
    void thePlanShowsTheQueryOfEachSlice() {
        Dataset<Row> rows =
                read(table + " | where Id >= 0", 2).filter("Id < 50").select("Id");
        assertThat(rows.queryExecution().sparkPlan().toString())
                .containsPattern("(?s)" + table
                        + " \\| where cursor_before_or_at\\('\\d+'\\) and ingestion_time\\(\\) between"
                        + " .*\\| where isnotnull\\(\\['Id'\\]\\) and \\['Id'\\] < long\\(50\\)\\s+\\| project \\['Id'\\]; "
                        + table + " \\| where");
        assertThat(rows.count()).isEqualTo(50);
        for (String mode : List.of("simple", "extended", "formatted")) {
            assertThat(rows.queryExecution().explainString(ExplainMode.fromString(mode)))
                    .as(mode)
                    .containsPattern("(?s)" + table + " \\| where cursor.*\\| project \\['Id'\\]; " + table
                            + " \\| where cursor");
        }
    }

    @Test
    void whatIsIngestedAndMergedMeanwhileChangesNothing() {
        Dataset<Long> rows = read(table, 3).select("Id").as(Encoders.LONG());
        rows.queryExecution().executedPlan();
        IntStream.range(INGESTIONS, UNTIL_MERGED).forEach(this::ingest);
        assertThat(client.command(DATABASE, ".show table " + table + " extents").rows())
                .hasSizeLessThan(INGESTIONS);
        assertThat(rows.collectAsList()).containsExactlyInAnyOrderElementsOf(first(INGESTIONS));
        assertThat(ids(read(table, 3))).isEqualTo(first(UNTIL_MERGED));
    }

    @Test
    void aReadAmidIngestionsAndMergesHasWholeIngestions() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = INGESTIONS; !done.get(); i++) {
                ingest(i);
            }
        });
        for (int i = 0; i < 10; i++) {
            List<Long> ids = ids(read(table, 3));
            assertThat(ids)
                    .isEqualTo(first(ids.size() / ROWS_EACH))
                    .hasSizeGreaterThanOrEqualTo(INGESTIONS * ROWS_EACH);
        }
        done.set(true);
        writer.join();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ".clear table T data; a slice had",
                ".delete table T records <| T | where Id == 7; a slice had",
                ".drop extents from T; a slice had",
                ".move extents all from table T to table Elsewhere; a slice had",
                ".move extents all from table Early to table T; a slice had",
                ".rename tables T = Twin, Twin = T; a slice had",
                ".rename columns Note = T.Text, Text = T.Note; its columns were",
                ".alter column T.Note type=long; its columns were",
                ".drop column T.Text; its columns were"
            })
    void aChangeThatReachesIntoTheSnapshotFailsTheRead(String change, String reason) {
        client.command(DATABASE, ".create table Elsewhere (Id:long, Text:string, Note:string)");
        client.command(DATABASE, ".drop tables (Early, Twin) ifexists");
        client.command(DATABASE, ".create table Early (Id:long, Text:string, Note:string)");
        client.command(DATABASE, ".append Early <| print Id = 1, Text = 'early', Note = ''");
        client.command(DATABASE, ".create table Twin (Id:long, Text:string, Note:string)");
        IntStream.range(0, INGESTIONS).forEach(number -> ingest("Twin", number));
        ingest(INGESTIONS);
        Dataset<Row> rows = read(table, 3).select("Id");
        rows.queryExecution().executedPlan();
        client.command(DATABASE, change.replaceAll("\\bT\\b", table));
        assertThatThrownBy(rows::collectAsList)
                .hasRootCauseInstanceOf(UserException.class)
                .rootCause()
                .hasMessageContaining("ADX308")
                .hasMessageContaining(reason)
                .hasMessageContaining("numPartitions = 1");
    }

    /** The last column keeps its place when it is made again; it has no value then in the rows that were there. */
    @ParameterizedTest
    @ValueSource(strings = {"Id, Last", "Last", "*", "Id"})
    void aColumnThatIsMadeAgainFailsTheReadsOfIt(String columns) {
        client.command(DATABASE, ".alter-merge table " + table + " (Last:long)");
        for (int i = INGESTIONS; i < 2 * INGESTIONS; i++) {
            client.command(DATABASE, ".append " + table + " <| print Id = " + i + ", Text = '', Note = '', Last = 7");
        }
        Dataset<Row> rows = read(table, 3).selectExpr(columns.split(", "));
        rows.queryExecution().executedPlan();
        client.command(DATABASE, ".drop column " + table + ".Last");
        client.command(DATABASE, ".alter-merge table " + table + " (Last:long)");
        if (columns.equals("Id")) {
            assertThat(rows.collectAsList()).hasSize(INGESTIONS * (ROWS_EACH + 1));
            return;
        }
        assertThatThrownBy(rows::collectAsList)
                .hasRootCauseInstanceOf(UserException.class)
                .rootCause()
                .hasMessageContaining("ADX308")
                .hasMessageContaining("was a column dropped and made again?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".append T <| print Id = 1, Text = 'later', Note = ''",
                ".alter-merge table T (More:string)",
                ".move extents all from table Early to table T with (setNewIngestionTime=true)",
                ".alter table T docstring 'described'"
            })
    void aChangeBehindTheSnapshotIsNotSeen(String change) {
        client.command(DATABASE, ".drop table Early ifexists");
        client.command(DATABASE, ".create table Early (Id:long, Text:string, Note:string)");
        client.command(DATABASE, ".append Early <| print Id = 1, Text = 'early', Note = ''");
        Dataset<Long> rows = read(table, 3).select("Id").as(Encoders.LONG());
        rows.queryExecution().executedPlan();
        client.command(DATABASE, change.replaceAll("\\bT\\b", table));
        assertThat(rows.collectAsList()).containsExactlyInAnyOrderElementsOf(first(INGESTIONS));
    }

    /** Two tables of equally many rows take each other's place all the time. */
    @Test
    void aReadAmidReplacementsHasOneTableOrFails() {
        client.command(DATABASE, ".drop table Other ifexists");
        client.command(DATABASE, ".create table Other (Id:long, Text:string, Note:string)");
        IntStream.range(0, INGESTIONS).forEach(number -> ingest("Other", number + INGESTIONS));
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> swapper = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                client.command(DATABASE, ".rename tables " + table + " = Other, Other = " + table);
            }
        });
        for (int i = 0; i < 10; i++) {
            try {
                List<Long> ids = ids(read(table, 3));
                assertThat(ids).hasSize(INGESTIONS * ROWS_EACH).isSubsetOf(first(2 * INGESTIONS));
                assertThat(ids.get(ids.size() - 1) - ids.get(0)).isEqualTo(INGESTIONS * ROWS_EACH - 1L);
            } catch (Exception e) {
                assertThat(e)
                        .hasRootCauseInstanceOf(UserException.class)
                        .rootCause()
                        .hasMessageContaining("ADX308");
            }
        }
        done.set(true);
        swapper.join();
    }

    @Test
    void theTimeIsTheSameInAllSlices() {
        Dataset<Row> rows = read(table + " | project Now = now()", 3);
        assertThat(rows.rdd().getNumPartitions()).isEqualTo(3);
        assertThat(rows.distinct().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| summarize count() by Id",
                "| sort by Id",
                "| take 10",
                "| extend n = row_number()",
                "| where Id in (Other)",
                "| where Id in ((Other | project Id))",
                "| join kind=inner (T) on Id",
                "| distinct Id",
                "| extend x = toscalar(Other | count)"
            })
    void aQueryThatComparesRowsIsReadInOne(String operators) {
        assertThat(Kql.rowLocal(new SourceText("q", table + operators))).isEmpty();
    }

    @Test
    void aTableWithoutIngestionTimesIsReadInOne() {
        client.command(DATABASE, ".alter table " + table + " policy ingestiontime false");
        ingest(INGESTIONS);
        Dataset<Row> rows = read(table, 3);
        assertThat(rows.rdd().getNumPartitions()).isEqualTo(1);
        assertThat(ids(rows)).isEqualTo(first(INGESTIONS + 1));
    }

    @Test
    void theNumberOfRowsReachesThePlan() {
        Dataset<Row> rows = read(table, 3);
        Statistics statistics = rows.queryExecution().optimizedPlan().stats();
        assertThat(statistics.rowCount().get().toString()).isEqualTo("600");
        assertThat(statistics.sizeInBytes().toLong()).isBetween(600L, 100_000L);
        Dataset<Row> big = spark.range(10_000_000).toDF("Id");
        assertThat(big.join(rows, "Id").queryExecution().sparkPlan().toString()).contains("BroadcastHashJoin");
    }

    private void ingest(int number) {
        ingest(table, number);
    }

    private static void ingest(String table, int number) {
        client.command(
                DATABASE,
                ".append " + table + " <| range Id from " + number * ROWS_EACH + " to "
                        + (number * ROWS_EACH + ROWS_EACH - 1) + " step 1 | extend Text = strcat('t', Id), Note = ''");
    }

    private static Dataset<Row> read(String kql, int partitions) {
        return spark.read()
                .format("adx")
                .option("kustoCluster", cluster.url().toString())
                .option("kustoDatabase", DATABASE)
                .option("kustoQuery", kql)
                .option("numPartitions", partitions)
                .load();
    }

    private static List<Long> ids(Dataset<Row> rows) {
        return rows.select("Id").as(Encoders.LONG()).collectAsList().stream()
                .sorted()
                .toList();
    }

    private static List<Long> first(int ingestions) {
        return LongStream.range(0, (long) ingestions * ROWS_EACH).boxed().toList();
    }
}
