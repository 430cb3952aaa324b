package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shape of answers as the tests of Microsoft's clients for Python, Go, Node and Java have recorded them, and Grafana's. What
 * differs and stays so:
 *
 * <ul>
 *   <li>recordings before 2019 have no {@code ColumnType} in version 1, and {@code .show version} has none to this day; here every
 *       column has both names of its type, which clients take as well;
 *   <li>recordings before 2021 have a header without {@code IsFragmented} and {@code ErrorReportingPlacement}, and no rows
 *       {@code WorkloadGroup} and {@code EffectiveRequestOptions}; later ones have them, as here;
 *   <li>the service names three activities of a request, here they are one;
 *   <li>errors of the service carry {@code @database}, {@code @ClientRequestLogger} and, long ago, a stack trace in
 *       {@code @debug}; no client reads them;
 *   <li>some recordings were edited by hand: ticks instead of a timespan, types called {@code Decimal}, severities of one that
 *       the service does not have.
 * </ul>
 */
class RecordedAnswersTest {
    private static final List<String> COMPLETION = List.of(
            "Timestamp:datetime",
            "ClientRequestId:string",
            "ActivityId:guid",
            "SubActivityId:guid",
            "ParentActivityId:guid",
            "Level:int",
            "LevelName:string",
            "StatusCode:int",
            "StatusCodeName:string",
            "EventType:int",
            "EventTypeName:string",
            "Payload:string");

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(directory);
        client = new RestClient(emulator.uri(), Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void aQueryOfVersion2() {
        List<Map<?, ?>> frames = frames(post("/v2/rest/query", "print x = 1, s = 'a'"));
        assertThat(frames)
                .extracting(RecordedAnswersTest::keys)
                .containsExactly(
                        "FrameType, IsProgressive, Version, IsFragmented, ErrorReportingPlacement",
                        "FrameType, TableId, TableKind, TableName, Columns, Rows",
                        "FrameType, TableId, TableKind, TableName, Columns, Rows",
                        "FrameType, TableId, TableKind, TableName, Columns, Rows",
                        "FrameType, HasErrors, Cancelled");
        assertThat(frames)
                .extracting(frame -> frame.get("TableId") + " " + frame.get("TableKind") + " " + frame.get("TableName"))
                .contains(
                        "0 QueryProperties @ExtendedProperties",
                        "1 PrimaryResult PrimaryResult",
                        "2 QueryCompletionInformation QueryCompletionInformation");
        assertThat(columns(frames.get(1))).containsExactly("TableId:int", "Key:string", "Value:dynamic");
        assertThat(columns(frames.get(2))).containsExactly("x:long", "s:string");
        assertThat(columns(frames.get(3))).isEqualTo(COMPLETION);
        assertThat(rows(frames.get(3)))
                .extracting(row -> row.get(5) + " " + row.get(6) + " " + row.get(7) + " " + row.get(8) + " "
                        + row.get(9) + " " + row.get(10))
                .containsExactly(
                        "4 Info 0 S_OK (0) 4 QueryInfo",
                        "4 Info 0 S_OK (0) 5 WorkloadGroup",
                        "4 Info 0 S_OK (0) 6 EffectiveRequestOptions",
                        "6 Stats 0 S_OK (0) 0 QueryResourceConsumption");
    }

    @Test
    void whatAQueryTookIsAText() {
        List<Map<?, ?>> frames = frames(post("/v2/rest/query", "print x = 1"));
        String payload = rows(frames.get(3)).get(3).get(11).toString();
        Map<?, ?> usage = (Map<?, ?>) Json.read(payload);
        assertThat(keys(usage))
                .isEqualTo("ExecutionTime, resource_usage, input_dataset_statistics, dataset_statistics,"
                        + " cross_cluster_resource_usage");
        assertThat(keys((Map<?, ?>) usage.get("resource_usage"))).isEqualTo("cache, cpu, memory, network");
        assertThat(keys((Map<?, ?>) usage.get("input_dataset_statistics")))
                .isEqualTo("extents, rows, rowstores, shards");
        assertThat(usage.get("dataset_statistics").toString()).startsWith("[{table_row_count=1, table_size=");
    }

    @Test
    void progress() {
        Answer answer = client.postJson(
                "/v2/rest/query",
                "{\"db\":\"\",\"csl\":\"print 1\",\"properties\":{\"Options\":{\"results_progressive_enabled\":true}}}");
        assertThat(frames(answer))
                .extracting(frame -> frame.get("FrameType").toString())
                .containsExactly(
                        "DataSetHeader",
                        "DataTable",
                        "TableHeader",
                        "TableFragment",
                        "TableProgress",
                        "TableCompletion",
                        "DataTable",
                        "DataSetCompletion");
        assertThat(frames(answer))
                .extracting(RecordedAnswersTest::keys)
                .contains(
                        "FrameType, TableId, TableKind, TableName, Columns",
                        "FrameType, TableFragmentType, TableId, Rows",
                        "FrameType, TableId, TableProgress",
                        "FrameType, TableId, RowCount");
    }

    @Test
    void aQueryOfVersion1AndAPipedCommand() {
        for (Answer answer :
                List.of(post("/v1/rest/query", "print x = 1"), post("/v1/rest/mgmt", ".show tables | count"))) {
            List<Map<?, ?>> tables = tables(answer);
            assertThat(tables)
                    .extracting(table -> table.get("TableName").toString())
                    .containsExactly("Table_0", "Table_1", "Table_2", "Table_3");
            assertThat(columns(tables.get(1))).containsExactly("Value:string");
            assertThat(columns(tables.get(2)))
                    .containsExactly(
                            "Timestamp:datetime",
                            "Severity:int",
                            "SeverityName:string",
                            "StatusCode:int",
                            "StatusDescription:string",
                            "Count:int",
                            "RequestId:guid",
                            "ActivityId:guid",
                            "SubActivityId:guid",
                            "ClientActivityId:string");
            assertThat(rows(tables.get(2)))
                    .extracting(row -> row.get(1) + " " + row.get(2))
                    .containsExactly("4 Info", "6 Stats");
            assertThat(rows(tables.get(3)))
                    .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(2) + " '" + row.get(4) + "'")
                    .containsExactly(
                            "0 QueryResult PrimaryResult ''",
                            "1 QueryProperties @ExtendedProperties ''",
                            "2 QueryStatus QueryStatus ''");
            assertThat(rows(tables.get(3)).get(2).get(3)).isEqualTo("00000000-0000-0000-0000-000000000000");
        }
    }

    @Test
    void commandsThatClientsOfIngestionSend() {
        Map<?, ?> resources =
                tables(post("/v1/rest/mgmt", ".get ingestion resources")).get(0);
        assertThat(columns(resources)).containsExactly("ResourceTypeName:string", "StorageRoot:string");
        assertThat(rows(resources))
                .extracting(row -> row.get(0).toString())
                .containsOnly(
                        "TempStorage",
                        "SecuredReadyForAggregationQueue",
                        "FailedIngestionsQueue",
                        "SuccessfulIngestionsQueue",
                        "IngestionsStatusTable");
        assertThat(rows(resources)).allMatch(row -> row.get(1).toString().split("\\?").length == 2);
        Map<?, ?> identity =
                tables(post("/v1/rest/mgmt", ".get kusto identity token")).get(0);
        assertThat(columns(identity)).containsExactly("AuthorizationContext:string");
        Map<?, ?> version = tables(post("/v1/rest/mgmt", ".show version")).get(0);
        assertThat(columns(version))
                .containsExactly(
                        "BuildVersion:string",
                        "BuildTime:datetime",
                        "ServiceType:string",
                        "ProductVersion:string",
                        "ServiceOffering:string");
    }

    @Test
    void aMistakeInAQuery() {
        Answer answer = post("/v2/rest/query", "aaa");
        assertThat(answer.status()).isEqualTo(400);
        Map<?, ?> error = (Map<?, ?>) ((Map<?, ?>) Json.read(answer.body())).get("error");
        assertThat(keys(error)).isEqualTo("code, message, @type, @message, @context, @permanent, @text, innererror");
        assertThat(error.get("code")).isEqualTo("General_BadRequest");
        assertThat(error.get("message")).isEqualTo("Request is invalid and cannot be executed.");
        assertThat(error.get("@type")).isEqualTo("Kusto.Data.Exceptions.KustoBadRequestException");
        assertThat(error.get("@message"))
                .asString()
                .startsWith("Request is invalid and cannot be processed: Semantic error: SEM0100: ");
        assertThat(error.get("@text")).isEqualTo("aaa");
        Map<?, ?> inner = (Map<?, ?>) error.get("innererror");
        assertThat(keys(inner))
                .isEqualTo(
                        "code, message, @type, @message, @context, @permanent, @errorCode, @errorMessage, @line, @pos");
        assertThat(inner.get("code")).isEqualTo("SEM0100");
        assertThat(inner.get("@type")).isEqualTo("Kusto.Data.Exceptions.SemanticException");
        assertThat(inner.get("@message")).isEqualTo("Semantic error: SEM0100: " + inner.get("@errorMessage"));
        assertThat(keys((Map<?, ?>) error.get("@context")))
                .isEqualTo("timestamp, serviceAlias, machineName, processName, processId, threadId, clientRequestId,"
                        + " activityId, subActivityId, activityType, parentActivityId, activityStack");
    }

    @Test
    void aResultThatIsCutInVersion1() {
        Answer answer = client.postJson(
                "/v1/rest/query",
                "{\"db\":\"\",\"csl\":\"range x from 1 to 3 step 1\",\"properties\":{\"Options\":{\"truncationmaxrecords\":1}}}");
        Map<?, ?> body = (Map<?, ?>) Json.read(answer.body());
        assertThat(keys(body)).isEqualTo("Tables, Exceptions");
        List<?> rows = (List<?>) tables(answer).get(0).get("Rows");
        assertThat(rows.get(1)).isEqualTo(Map.of("Exceptions", body.get("Exceptions")));
        assertThat(tables(answer)).as("neither properties nor status follow").hasSize(1);
    }

    private static Answer post(String path, String text) {
        return client.postJson(path, Json.write(Map.of("db", "NetDefaultDB", "csl", text)));
    }

    private static List<Map<?, ?>> frames(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return objects(Json.read(answer.body()));
    }

    private static List<Map<?, ?>> tables(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return objects(((Map<?, ?>) Json.read(answer.body())).get("Tables"));
    }

    private static List<Map<?, ?>> objects(Object list) {
        List<Map<?, ?>> objects = new ArrayList<>();
        ((List<?>) list).forEach(object -> objects.add((Map<?, ?>) object));
        return objects;
    }

    private static List<List<?>> rows(Map<?, ?> table) {
        List<List<?>> rows = new ArrayList<>();
        ((List<?>) table.get("Rows")).forEach(row -> rows.add((List<?>) row));
        return rows;
    }

    private static List<String> columns(Map<?, ?> table) {
        return objects(table.get("Columns")).stream()
                .map(column -> column.get("ColumnName") + ":" + column.get("ColumnType"))
                .toList();
    }

    private static String keys(Map<?, ?> object) {
        return String.join(", ", object.keySet().stream().map(Object::toString).toList());
    }
}
