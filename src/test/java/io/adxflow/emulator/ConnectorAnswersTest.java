package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers read as the Kusto Spark connector 7.1.1 reads them: columns by its index or its name, with its casts. The texts are
 * those that its <a
 * href="https://github.com/Azure/azure-kusto-spark/blob/master/connector/src/main/scala/com/microsoft/kusto/spark/utils/CslCommandsGenerator.scala">command
 * generator</a> writes, blanks included.
 */
class ConnectorAnswersTest {
    private static final String ROWS = "range id from 1 to 3 step 1 | extend name = strcat('n', id), span = 1d";

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static ConnectorClient client;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(EmulatorOptions.in(directory).withDatabases(List.of("db")));
        client = new ConnectorClient(new RestClient(emulator.uri(), Duration.ofSeconds(60)), "db");
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void aBatchingPolicyIsCopiedToTheStagingTable() {
        client.command(".create table Batched (id:long)");
        client.command(".create table Staging1 (id:long)");
        client.command(".alter table Batched policy ingestionbatching '{\"MaximumBatchingTimeSpan\":\"00:00:10\"}'");
        String policy = client.command(".show table ['Batched'] policy ingestionbatching")
                .text(0, 2);
        String quoted = policy.replace("\r\n", "").replace("\"", "\"\"");
        client.command(".alter table ['Staging1'] policy ingestionbatching @\"" + quoted + "\"");
        client.ingestionCommand(".refresh database 'db' table 'Staging1' cache ingestionbatchingpolicy");
        assertThat(client.command(".show table ['Staging1'] policy ingestionbatching")
                        .text(0, 2))
                .contains("00:00:10");
    }

    @Test
    void aMappingIsCopiedToTheStagingTable() {
        client.command(".create table Mapped (id:long)");
        client.command(".create table Staging2 (id:long)");
        client.command(".create table Mapped ingestion csv mapping 'm'"
                + " '[{\"column\":\"id\",\"Properties\":{\"Ordinal\":\"0\"}}]'");
        ConnectorClient.Table mappings = client.command(".show table ['Mapped'] ingestion csv mappings");
        assertThat(mappings.text(0, 0)).isEqualTo("m");
        String mapping = mappings.text(0, 2).replace("\"", "'");
        client.command(".create table ['Staging2'] ingestion csv mapping \"m\" @\"" + mapping + "\"");
        assertThat(client.command(".show table ['Staging2'] ingestion csv mappings")
                        .text(0, 0))
                .isEqualTo("m");
    }

    @Test
    void policiesOfTheStagingTableAreTakenWithTheirBlanks() {
        client.command(".create table sparkTempTable_a_b (['id']:long) with(hidden=true)");
        client.command(".alter table ['sparkTempTable_a_b'] policy retention"
                + " '{ \"SoftDeletePeriod\": \"07:00:00:00\", \"Recoverability\":\"Disabled\" }' ");
        client.command(".alter table ['sparkTempTable_a_b'] policy auto_delete"
                + " @'{\"ExpiryDate\": \"2099-11-27T10:24:53.265649057Z\",\"DeleteIfNotEmpty\": true }' ");
        assertThat(client.command(".show table sparkTempTable_a_b policy retention")
                        .text(0, 2))
                .contains("7.00:00:00");
        assertThat(client.command(".show tables with (IncludeHiddenTables=true) |where  TableName startswith"
                                + " 'sparkTempTable_' | project TableName ")
                        .text(0, 0))
                .isEqualTo("sparkTempTable_a_b");
        assertThat(client.command(".show tables | where TableName == 'sparkTempTable_a_b' | count")
                        .number(0, 0))
                .isZero();
    }

    @Test
    void extentsMoveInBatchesAndEachIsReported() {
        client.command(".create table Big (id:long, name:string, span:timespan)");
        client.command(".create table Staging3 (id:long, name:string, span:timespan)");
        client.command(
                ".alter table ['Staging3'] policy merge @'{\"AllowMerge\":\"false\", \"AllowRebuild\":\"false\"}'");
        for (int i = 0; i < 3; i++) {
            client.command(".append Staging3 <| " + ROWS);
        }
        assertThat(client.command(".show table Staging3 extents | count").number(0, 0))
                .isEqualTo(3);
        assertThat(client.command(".show cluster | count").number(0, 0)).isPositive();
        String move = ".move async extents to table Big  with(extentCreatedOnFrom='2020-01-01T00:00:00.1Z',"
                + " extentCreatedOnTo='2099-01-01T00:00:00.123456789Z') <|\n       .show table Staging3 extents"
                + " with(extentsShowFilteringRuntimePolicy='{\"MaximumResultsCount\":2}');\n       ";
        assertThat(moved(move)).isEqualTo(2);
        assertThat(moved(move)).isEqualTo(1);
        assertThat(client.query("Big | count").number(0, 0)).isEqualTo(9);
    }

    private static int moved(String command) {
        ConnectorClient.Table details = client.await(client.command(command).text(0, 0));
        for (int row = 0; row < details.size(); row++) {
            assertThat(details.text(row, 1)).isNotEqualTo("Failed");
            assertThat(details.textOrNull(row, 2)).isNullOrEmpty();
        }
        return details.size();
    }

    @Test
    void theSourceOfAViewIsAskedForItsEngine() {
        client.command(".create table Viewed (id:long, v:long)");
        client.command(".create materialized-view Newest on table Viewed { Viewed | summarize arg_max(v, *) by id }");
        assertThat(client.command(".show materialized-views | where SourceTable == 'Viewed' | count")
                        .number(0, 0))
                .isEqualTo(1);
        assertThat(client.command(".show table Viewed details | project todynamic(ShardingPolicy).UseShardEngine")
                        .truth(0, 0))
                .isTrue();
        client.command(".create table Staging4 (id:long, v:long)");
        client.command(".append Staging4 <| print id = 1, v = 1");
        assertThat(moved(".move async extents to table Viewed with(SetNewIngestionTime=true)"
                        + " with(extentCreatedOnFrom='2020-01-01T00:00:00Z', extentCreatedOnTo='2099-01-01T00:00:00Z') <|\n"
                        + "       .show table Staging4 extents ;\n       "))
                .isEqualTo(1);
    }

    /** The second form is that of connectors before 7.0.1. */
    @ParameterizedTest
    @ValueSource(strings = {"table Tagged extent tags", "extent tags"})
    void tagsAreReadAndDropped(String what) {
        client.command(".drop table Tagged ifexists");
        client.command(".set Tagged with (tags='[\"ingest-by:r1_0\",\"mine\"]') <| print id = 1");
        ConnectorClient.Table tags = client.command(
                """
                .show table Tagged  extents;
                       $command_results
                       | mv-apply split(Tags, "\\r\\n") on (
                         where Tags startswith "ingest-by" | project Tags = substring(Tags,10)
                         )
                       | summarize make_set(Tags)""");
        assertThat(tags.value(0, 0)).isInstanceOf(List.class);
        client.await(client.command(
                        ".drop async " + what
                                + """
                                 <|
                                 .show table Tagged extents
                                 | where isnotempty(Tags)
                                 | extend Tags = split(Tags, '\\r\\n')
                                 | mv-expand Tags to typeof(string)
                                 | where Tags startswith 'ingest-by:r1'
                        """)
                .text(0, 0));
        assertThat(client.command(".show table Tagged extents | project Tags").text(0, 0))
                .isEqualTo("mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compressed|  namePrefix=\"db/dir1/part0\", compressionType=\"snappy\",",
                "compressed| sizeLimit=1048576 , namePrefix=\"db/dir2/part0\", compressionType=\"gzip\",distribution=\"single\"",
                "| useNativeParquetWriter=false,  namePrefix=\"db/dir3/part0\", compressionType=\"snappy\","
            })
    void anExportIsFoundInItsFolder(String compressed, String options) {
        client.command(".set-or-replace Exported <| " + ROWS);
        String[] container =
                client.ingestionCommand(".show export containers").text(0, 0).split("\\?");
        String command = ".export async " + (compressed == null ? "" : compressed) + " to parquet (\"" + container[0]
                + "\" h@\"?" + container[1] + "\") with (" + options
                + ") <| Exported | project ['id'], ['name'], tostring(['span'])";
        ConnectorClient.Table files = client.await(client.command(command).text(0, 0));
        assertThat(files.size()).isEqualTo(1);
        String folder = options.replaceAll(".*\"(db/dir\\d/)part0\".*", "$1");
        assertThat(client.list(container[0] + "?restype=container&comp=list&prefix=" + folder + "&delimiter=/&"
                        + container[1]))
                .contains("<Name>" + folder + "part0_1_")
                .contains(".parquet</Name>");
    }

    /** The connector polls at once and then after 30 seconds. */
    @Test
    void theFirstPollAnswersWhenTheOperationHasEnded() {
        String id = client.command(".set-or-replace async Slow <| range n from 1 to 3000000 step 1"
                        + " | summarize total = sum(sqrt(n)) by key = hash(n, 100000)")
                .text(0, 0);
        assertThat(client.command(".show operations " + id).text(0, "State")).isEqualTo("Completed");
    }

    /** Both modes of reading cut a datetime to microseconds, the one in ADX, the other in Spark. */
    @Test
    void aDatetimeBefore1970IsExportedAsItsWholeMicroseconds() {
        String[] container =
                client.ingestionCommand(".show export containers").text(0, 0).split("\\?");
        String path = client.command(".export to parquet (\"" + container[0] + "\" h@\"?" + container[1]
                        + "\") <| print t = datetime(1969-12-31 23:59:59.9999999)")
                .text(0, 0);
        assertThat(client.query("externaldata(t:datetime)[h@'" + path + "?" + container[1]
                                + "'] with (format='parquet')")
                        .text(0, 0))
                .isEqualTo("1969-12-31T23:59:59.9999990Z");
    }

    @Test
    void aFailedOperationSaysWhy() {
        String id = client.command(".set-or-append async Target <| Nowhere | where now() > ago(1d)")
                .text(0, 0);
        ConnectorClient.Table end = client.end(id);
        assertThat(end.text(0, "State")).isEqualTo("Failed");
        assertThat(end.text(0, "Status")).contains("Nowhere");
    }

    @Test
    void ingestionResourcesAreOfTheKindsThatTheSdkKnows() {
        ConnectorClient.Table resources = client.ingestionCommand(".show ingestion resources");
        for (int row = 0; row < resources.size(); row++) {
            assertThat(resources.text(row, 0))
                    .isIn(
                            "TempStorage",
                            "SecuredReadyForAggregationQueue",
                            "FailedIngestionsQueue",
                            "SuccessfulIngestionsQueue",
                            "IngestionsStatusTable");
            assertThat(resources.text(row, 1)).matches("https?://[^?]+\\?.+");
        }
        assertThat(client.ingestionCommand(".get kusto identity token").text(0, 0))
                .isNotEmpty();
    }

    @Test
    void theEstimateIsInTheSecondColumn() {
        client.command(".set-or-replace Estimated <| " + ROWS);
        assertThat(client.query("Estimated| evaluate estimate_rows_count()").number(0, 1))
                .isEqualTo(3);
        assertThat(client.query("Estimated| count").number(0, 0)).isEqualTo(3);
    }

    @Test
    void valuesHaveTheFormsThatAreCast() {
        ConnectorClient.Table row = client.query(
                "print l = 9223372036854775807, i = int(1), r = 1.5, m = decimal(1.50), t = datetime(2024-01-02 03:04:05.1234567), "
                        + "b = true, s = 'x', g = guid(74be27de-1e4e-49d9-b579-fe0b331d3642), d = dynamic({'a':1}), p = 1d");
        assertThat(row.types())
                .isEqualTo(Arrays.asList(
                        "long", "int", "real", "decimal", "datetime", "bool", "string", "guid", "dynamic", "timespan"));
        assertThat(row.row(0))
                .usingRecursiveComparison()
                .isEqualTo(Arrays.asList(
                        Long.MAX_VALUE,
                        1L,
                        new BigDecimal("1.5"),
                        "1.5",
                        "2024-01-02T03:04:05.1234567Z",
                        true,
                        "x",
                        "74be27de-1e4e-49d9-b579-fe0b331d3642",
                        Map.of("a", 1L),
                        "1.00:00:00"));
    }

    /** The connector takes containers of Azure's hosts only, so with TLS the emulator has one. */
    @Test
    void withTlsExportsGoToAnAccountAsTheConnectorWantsIt() {
        EmulatorOptions options = EmulatorOptions.in(directory.resolve("tls")).withTls(0);
        try (Emulator secured = Emulator.start(options)) {
            ConnectorClient own =
                    new ConnectorClient(new RestClient(secured.uri(), Duration.ofSeconds(60)), "NetDefaultDB");
            String container = own.command(".show export containers").text(0, 0);
            assertThat(container)
                    .matches("https://([^.]+)(\\.[^.]+)?\\.blob\\.([^/]+)/([^?]+)(;impersonate|\\?.+)")
                    .startsWith("https://localadx.blob.core.windows.net:");
            String[] parts = container.split("\\?");
            own.await(own.command(".export async compressed to parquet (\"" + parts[0] + "\" h@\"?" + parts[1]
                            + "\") with (  namePrefix=\"db/dir/part0\", compressionType=\"snappy\",) <| " + ROWS)
                    .text(0, 0));
            String plain =
                    secured.uri() + "/export?restype=container&comp=list&include=metadata&prefix=db/dir/&" + parts[1];
            String name = own.list(plain).replaceAll("(?s).*<Name>(.*?)</Name>.*", "$1");
            assertThat(name).startsWith("db/dir/part0_1_");
            assertThat(own.list(secured.uri() + "/export/" + name + "?" + parts[1]))
                    .startsWith("PAR1");
        }
    }
}
