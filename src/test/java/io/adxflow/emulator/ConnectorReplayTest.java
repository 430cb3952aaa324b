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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Kusto Spark connector 7.1.1 sends when it writes, request by request, as it was recorded. */
class ConnectorReplayTest {
    private static final String COLUMNS = "(['id']:long,['name']:string,['ts']:datetime,['amount']:decimal,['r']:real,"
            + "['flag']:bool,['i']:int,['g']:guid,['d']:dynamic,['span']:timespan)";
    private static final String CSV =
            """
            0,"n""a,0","2024-01-02T03:04:05.123456","12.50",1.5,true,0,,"{""a"":0}",
            1,"n""a,1","2024-01-02T03:04:05.123456","12.50",1.5,false,1,,"{""x"":1,""y"":[1,null,3]}",
            2,"n""a,2","2024-01-02T03:04:05.123456","12.50",1.5,true,2,74be27de-1e4e-49d9-b579-fe0b331d3642,,01:02:03
            """;

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(EmulatorOptions.in(directory).withDatabases(List.of("NetDefaultDB", "db")));
        client = new RestClient(emulator.uri(), Duration.ofSeconds(60));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void aTransactionalWriteEndsWithTheRowsInTheTable() throws IOException {
        String temp = "sparkTempTable_spike_T_b6c44daa_6746_4623_a0db_19614657a18a";
        command(".create table T " + COLUMNS);
        assertThat(rows(command(
                        ".show table ['T'] schema as json | project ColumnsJson=todynamic(Schema).OrderedColumns"
                                + "| mv-expand ColumnsJson")))
                .hasSize(10)
                .allSatisfy(row -> assertThat(Json.write(row.get(0))).contains("\"Name\":", "\"CslType\":"));
        command(".create table " + temp + " " + COLUMNS + " with(hidden=true)");
        assertThat(rows(command(".show table ['T'] policy ingestionbatching"))
                        .get(0)
                        .get(2))
                .isEqualTo("null");
        command(".alter table ['" + temp + "'] policy retention"
                + " '{ \"SoftDeletePeriod\": \"07:00:00:00\", \"Recoverability\":\"Disabled\" }'");
        command(".alter table ['" + temp + "'] policy auto_delete"
                + " @'{\"ExpiryDate\": \"2099-11-27T10:59:15.854879238Z\",\"DeleteIfNotEmpty\": true }'");
        Map<String, String> resources = resources();
        command(".get kusto identity token");
        String begin = "2020-01-01T00:00:00.413182731Z";

        upload(resources, temp);

        command(".alter table ['" + temp + "'] policy merge @'{\"AllowMerge\":\"false\", \"AllowRebuild\":\"false\"}'");
        assertThat(rows(command(".show table " + temp + " extents | count"))).isEqualTo(List.of(List.of(1L)));
        assertThat(rows(command(".show materialized-views | where SourceTable == 'T' | count")))
                .isEqualTo(List.of(List.of(0L)));
        Object operation = rows(command(".move async extents to table T  with(extentCreatedOnFrom='" + begin
                        + "', extentCreatedOnTo='2099-11-20T10:59:17.584967513Z') <|\n       .show table " + temp
                        + " extents ;"))
                .get(0)
                .get(0);
        awaitCompleted(operation);
        assertThat(rows(command(".show operation " + operation + " details"))).hasSize(1);
        command(".drop table ['" + temp + "'] ifexists");
        assertThat(query("T | summarize count(), sum(id), min(name)"))
                .isEqualTo(List.of(Arrays.asList(3L, 3L, "n\"a,0")));
    }

    @Test
    void aQueuedWriteThatDoesNotFitIsReportedAsFailed() throws IOException {
        command(".create table Narrow (id:long)");
        Map<String, Object> entity = send(resources(), "NoSuchTable");
        assertThat(entity).containsEntry("Status", "Failed").containsEntry("FailureStatus", "Permanent");
        assertThat(entity.get("Details").toString()).contains("NoSuchTable");
    }

    @Test
    void theSchemaOfAMissingTableHasNoRows() {
        assertThat(rows(command(
                        ".show table ['Missing'] schema as json | project ColumnsJson=todynamic(Schema).OrderedColumns"
                                + "| mv-expand ColumnsJson")))
                .isEmpty();
    }

    @Test
    void theQueriesOfAReadAreUnderstood() {
        command(".create table Read (a:long, b:string)");
        assertThat(query("Read| take 0")).isEmpty();
        assertThat(query("Read| evaluate estimate_rows_count()").get(0)).hasSize(2);
        assertThat(query("Read| count")).isEqualTo(List.of(List.of(0L)));
        assertThat(query("Read | where isnotnull(['b']) and ['b'] startswith_cs 'n' | project ['a'], ['b']"))
                .isEmpty();
    }

    @Test
    void aStreamedChunkCanBeQueriedAtOnce() throws IOException {
        command(".create table Streamed " + COLUMNS);
        command(".alter table ['Streamed'] policy streamingingestion enable");
        command(".clear table ['Streamed'] cache streamingingestion schema");
        Answer answer = client.send(
                "POST",
                "/v1/rest/ingest/db/Streamed?streamFormat=csv",
                Map.of("Content-Encoding", "gzip", "Content-Type", "application/octet-stream"),
                gzip(CSV));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(rows(answer)).isEqualTo(List.of(Arrays.asList(3L, "Inactive", "Unknown", "")));
        assertThat(query("Streamed | count")).isEqualTo(List.of(List.of(3L)));
    }

    private static void upload(Map<String, String> resources, String table) throws IOException {
        assertThat(send(resources, table)).containsEntry("Status", "Succeeded");
    }

    /** Uploads the rows in two blocks, announces them, and waits for what the status table says. */
    private static Map<String, Object> send(Map<String, String> resources, String table) throws IOException {
        String id = UUID.randomUUID().toString();
        byte[] data = gzip(CSV);
        String[] container = resources.get("TempStorage").split("\\?");
        String blob = container[0] + "/db_" + table + "_spark.csv.gz";
        put(blob + "?blockid=MDA%3D&comp=block&" + container[1], Arrays.copyOf(data, 10));
        put(blob + "?blockid=MDE%3D&comp=block&" + container[1], Arrays.copyOfRange(data, 10, data.length));
        put(
                blob + "?comp=blocklist&" + container[1],
                "<BlockList><Latest>MDA=</Latest><Latest>MDE=</Latest></BlockList>".getBytes(StandardCharsets.UTF_8));
        String status = resources.get("IngestionsStatusTable");
        post(status, Json.write(Map.of("PartitionKey", id, "RowKey", id, "Status", "Pending", "Table", table)), 204);
        String message = Json.write(Map.of(
                "blobPath",
                blob + "?" + container[1],
                "databaseName",
                "db",
                "tableName",
                table,
                "id",
                id,
                "retainBlobOnSuccess",
                true,
                "flushImmediately",
                false,
                "ingestionStatusInTable",
                Map.of("tableConnectionString", status, "partitionKey", id, "rowKey", id),
                "additionalProperties",
                Map.of("format", "csv", "authorizationContext", "token", "ignoreFirstRecord", "false")));
        String text = Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
        String[] queue = resources.get("SecuredReadyForAggregationQueue").split("\\?");
        post(
                queue[0] + "/messages?" + queue[1],
                "<?xml version='1.0'?><QueueMessage><MessageText>" + text + "</MessageText></QueueMessage>",
                201);
        return status(status, id);
    }

    /** What the first poll sees; the connector asks again after ten seconds only. */
    private static Map<String, Object> status(String table, String id) {
        String[] parts = table.split("\\?");
        String address = parts[0] + "(PartitionKey=%27" + id + "%27,RowKey=%27" + id
                + "%27)?$format=application/json%3Bodata%3Dfullmetadata&" + parts[1];
        Map<String, Object> entity = new TreeMap<>();
        ((Map<?, ?>) Json.read(client.get(address).body()))
                .forEach((name, value) -> entity.put(name.toString(), value));
        return entity;
    }

    private static void awaitCompleted(Object operation) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Object state = "InProgress";
        while (state.equals("InProgress") && System.nanoTime() < deadline) {
            state = rows(command(".show operations " + operation)).get(0).get(6);
        }
        assertThat(state).isEqualTo("Completed");
    }

    private static Map<String, String> resources() {
        Map<String, String> resources = new TreeMap<>();
        for (List<?> row : rows(command(".show ingestion resources"))) {
            resources.put(row.get(0).toString(), row.get(1).toString());
        }
        return resources;
    }

    private static Answer command(String text) {
        Answer answer = client.postJson("/v1/rest/mgmt", Json.write(Map.of("db", "db", "csl", text)));
        assertThat(answer.status()).as(text + "\n" + answer.body()).isEqualTo(200);
        return answer;
    }

    private static List<List<?>> query(String text) {
        return rows(client.postJson("/v1/rest/query", Json.write(Map.of("db", "db", "csl", text))));
    }

    /** The rows of the first table of a version 1 answer. */
    private static List<List<?>> rows(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Map<?, ?> body = (Map<?, ?>) Json.read(answer.body());
        Map<?, ?> table = (Map<?, ?>) ((List<?>) body.get("Tables")).get(0);
        return ((List<?>) table.get("Rows"))
                .stream().<List<?>>map(row -> (List<?>) row).toList();
    }

    private static void put(String address, byte[] body) {
        Answer answer = client.send("PUT", address, Map.of(), body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static void post(String address, String body, int status) {
        Answer answer = client.send("POST", address, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
