package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as the clients of others write them: what differs from the documentation, and from what our own client sends. */
class ClientRequestsTest {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        emulator = Emulator.start(directory);
        client = new RestClient(emulator.uri(), Duration.ofSeconds(30));
        LoadClient commands = new LoadClient(emulator.uri());
        commands.rows(".create table Logs (Time:datetime, Level:string, Count:long)");
        commands.rows(".alter table Logs policy streamingingestion enable");
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void grafanaTestsItsDataSourceWithACommandAtTheAddressOfQueries() {
        Answer answer = post(
                "/v1/rest/query",
                "{\"csl\":\".show databases schema\",\"db\":\"NetDefaultDB\","
                        + "\"properties\":{\"options\":{\"queryconsistency\":\"strongconsistency\"}}}");
        assertThat(columns(answer)).contains("DatabaseName", "TableName", "ColumnName", "ColumnType");
    }

    @Test
    void grafanaWritesItsOptionsInLowerCaseAndABracketBehindTheTime() {
        Answer answer = post(
                "/v1/rest/query",
                "{\"csl\":\"range x from 1 to 9 step 1\",\"db\":\"NetDefaultDB\",\"querySource\":\"raw\",\"properties\":"
                        + "{\"options\":{\"servertimeout\":\"00:05:00)\",\"query_take_max_records\":4}}}");
        assertThat(rows(answer)).hasSize(4);
    }

    @Test
    void pythonSendsItsPropertiesAsATextAndItsTimesInFewerDigits() {
        String properties = Json.write(Map.of(
                "Options", Map.of("servertimeout", "0:04:30", "notruncation", true, "request_app_name", "a"),
                "Parameters", Map.of("n", "3")));
        Answer answer = post(
                "/v2/rest/query",
                Json.write(Map.of(
                        "db", "NetDefaultDB",
                        "csl", "declare query_parameters(n:long); print n + 1",
                        "properties", properties)));
        assertThat(answer.body()).contains("\"Rows\":[[4]]");
    }

    @Test
    void goAsksForFragmentsInLinesWithErrorsBehindTheTables() {
        Answer answer = post(
                "/v2/rest/query",
                "{\"db\":\"NetDefaultDB\",\"csl\":\"range x from 1 to 3 step 1\",\"properties\":{\"Options\":{"
                        + "\"results_progressive_enabled\":false,\"results_v2_fragment_primary_tables\":true,"
                        + "\"results_v2_newlines_between_frames\":true,\"results_error_reporting_placement\":\"end_of_table\","
                        + "\"servertimeout\":\"00:04:00\",\"truncationmaxrecords\":2},\"Parameters\":{}}}");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.get(0)).startsWith("[{\"FrameType\":\"DataSetHeader\"");
        assertThat(lines.subList(1, lines.size() - 1)).allMatch(line -> line.startsWith(",{"));
        assertThat(lines.get(lines.size() - 1)).isEqualTo("]");
        assertThat(lines)
                .filteredOn(line -> line.contains("\"TableCompletion\""))
                .singleElement()
                .asString()
                .contains("\"OneApiErrors\"", "\"LimitsExceeded\"");
    }

    @Test
    void theWebPageNamesADatabaseBeforeItKnowsOne() {
        for (String command : List.of(
                ".show version",
                ".show databases",
                ".show databases entities with (showObfuscatedStrings=true)",
                ".show materialized-views",
                ".show tables")) {
            assertThat(command("default", command).status()).as(command).isEqualTo(200);
        }
        Answer query = client.send(
                "POST",
                "/v2/rest/query",
                Map.of(
                        "Content-Type", "application/json; charset=UTF-8",
                        "x-ms-app", "Kusto.Web.KWE",
                        "x-ms-user-id", "",
                        "x-ms-client-request-id", "Kusto.Web.KWE.Query;1"),
                bytes(
                        "{\"db\":\"default\",\"csl\":\"print 1\",\"properties\":{\"Options\":{\"servertimeout\":\"00:04:00\","
                                + "\"queryconsistency\":\"strongconsistency\",\"query_language\":\"kql\","
                                + "\"request_readonly\":false,\"request_readonly_hardline\":false}}}"));
        assertThat(query.status()).as(query.body()).isEqualTo(200);
    }

    /** SQLAlchemy, the sink for Kafka, Telegraf, tools for language models, delta-kusto, the connector's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".show databases | project DatabaseName",
                "\n            .show tables\n            | where TableName == \"Logs\"\n        ",
                ".show table Logs schema as json",
                ".show functions | where Parameters =='()' | project Name",
                ".show materialized-views | project Name",
                ".show principal access with (principal = 'aadapp=a;b', accesstype='ingest',database='NetDefaultDB',table='Logs')",
                ".show table Logs policy streamingingestion",
                ".show database NetDefaultDB policy streamingingestion",
                ".create-merge table ['cpu']  (['fields']:dynamic, ['name']:string, ['tags']:dynamic, ['timestamp']:datetime);",
                ".create-or-alter table ['Logs'] ingestion json mapping 'Logs_mapping' "
                        + "'[{\"column\":\"Level\", \"Properties\":{\"Path\":\"$[\\'level\\']\"}}]'",
                ".show databases entities with (showObfuscatedStrings=true) | where DatabaseName == 'NetDefaultDB'"
                        + " | project EntityName, EntityType, Folder, DocString",
                ".show database schema as json with(Table=True)",
                ".show databases schema as json",
                ".get ingestion resources",
                ".show ingestion resources",
                ".get kusto identity token",
            })
    void commandsOfOtherToolsAreAnswered(String text) {
        Answer answer = command("NetDefaultDB", text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(columns(answer)).isNotEmpty();
    }

    @Test
    void streamsComeInAnyCaseAndWithOptionsAsHeaders() throws IOException {
        Answer json = client.send(
                "POST",
                "/v1/rest/ingest/NetDefaultDB/Logs?streamFormat=MultiJSON",
                Map.of("Content-Encoding", "gzip", "servertimeout", "0:10:00"),
                gzip("[{\"Level\":\"warn\",\"Count\":1},\n{\"Level\":\"warn\",\"Count\":2}]"));
        assertThat(rows(json)).singleElement().asString().startsWith("[2, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sourceUri", "SourceUri"})
    void theAddressOfAStreamedBlobHasEitherName(String member) {
        String blob = upload("2024-01-02,info,1\n");
        Answer answer = client.send(
                "POST",
                "/v1/rest/ingest/NetDefaultDB/Logs?streamFormat=csv&sourceKind=uri",
                Map.of("Content-Type", "application/json; charset=utf-8"),
                bytes(Json.write(Map.of(member, blob))));
        assertThat(rows(answer)).singleElement().asString().startsWith("[1, ");
    }

    /** Fluent Bit uploads in blocks, announces with names in Pascal case, and reads no report. */
    @Test
    void fluentBitUploadsBlocksAndAnnouncesThem() throws IOException, InterruptedException {
        String container = resource("TempStorage");
        String name = "/NetDefaultDB__Logs__" + UUID.randomUUID() + ".multijson?";
        String blob = container.replace("?", name);
        Map<String, String> headers = Map.of("Content-Type", "application/json", "x-ms-version", "2019-12-12");
        String id = Base64.getEncoder().encodeToString(bytes("part-1"));
        Answer block = client.send(
                "PUT",
                blob + "&blockid=" + id.replace("=", "%3D") + "&comp=block",
                headers,
                bytes("[{\"level\":\"fluent\"}]"));
        assertThat(block.status()).isEqualTo(201);
        String list = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<BlockList>\r\n  <Latest>" + id
                + "</Latest>\r\n</BlockList>";
        assertThat(client.send("PUT", blob + "&comp=blocklist", headers, bytes(list))
                        .status())
                .isEqualTo(201);
        command(
                "NetDefaultDB",
                ".create-or-alter table Logs ingestion json mapping 'fb' '[{\"column\":\"Level\","
                        + "\"Properties\":{\"Path\":\"$.level\"}}]'");
        String message = Json.write(Map.of(
                "Id",
                UUID.randomUUID(),
                "BlobPath",
                blob,
                "RawDataSize",
                20,
                "DatabaseName",
                "NetDefaultDB",
                "TableName",
                "Logs",
                "ClientVersionForTracing",
                "Kusto.Fluent-Bit:1.0.0",
                "ApplicationForTracing",
                "Kusto.Fluent-Bit",
                "AdditionalProperties",
                Map.of(
                        "format", "multijson",
                        "authorizationContext", "adxflow-emulator",
                        "jsonMappingReference", "fb")));
        String text = Base64.getEncoder().encodeToString(bytes(message));
        Answer announced = client.send(
                "POST",
                resource("SecuredReadyForAggregationQueue").replace("?", "/messages?"),
                Map.of("Content-Type", "application/atom+xml", "x-ms-version", "2019-12-12"),
                bytes("<QueueMessage><MessageText>" + text + "</MessageText></QueueMessage>"));
        assertThat(announced.status()).isEqualTo(201);
        LoadClient queries = new LoadClient(emulator.uri());
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (queries.number("Logs | where Level == 'fluent' | count") == 0) {
            assertThat(System.nanoTime()).as("it never came").isLessThan(deadline);
        }
    }

    private static String upload(String data) {
        String blob = resource("TempStorage").replace("?", "/" + UUID.randomUUID() + "?");
        Answer answer = client.send("PUT", blob, Map.of("x-ms-blob-type", "BlockBlob"), bytes(data));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return blob;
    }

    private static String resource(String type) {
        Map<String, String> resources = new HashMap<>();
        for (Object row : rows(command("NetDefaultDB", ".get ingestion resources"))) {
            resources.put(
                    ((List<?>) row).get(0).toString(), ((List<?>) row).get(1).toString());
        }
        return resources.get(type);
    }

    private static Answer command(String database, String text) {
        return post("/v1/rest/mgmt", Json.write(Map.of("db", database, "csl", text)));
    }

    private static Answer post(String path, String body) {
        return client.postJson(path, body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(bytes(text));
        }
        return bytes.toByteArray();
    }

    private static List<String> columns(Answer answer) {
        return ((List<?>) table(answer).get("Columns"))
                .stream()
                        .map(column -> ((Map<?, ?>) column).get("ColumnName").toString())
                        .toList();
    }

    private static List<?> rows(Answer answer) {
        return (List<?>) table(answer).get("Rows");
    }

    private static Map<?, ?> table(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return (Map<?, ?>) ((List<?>) ((Map<?, ?>) Json.read(answer.body())).get("Tables")).get(0);
    }
}
