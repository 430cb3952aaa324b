package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import io.adxflow.canary.Canary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may have something ingested through the queue of an emulator that asks for tokens. */
class QueuedAccessTest {
    private static final String TOKENS =
            """
            root aadapp=root;t admins
            reader aadapp=reader;t viewers
            loader aadapp=loader;t ingestors
            """
                    .replaceAll("(?m)^(?=\\w)", Canary.secret(""));
    private static final String COUNT = "T | count";

    @TempDir
    Path directory;

    private Emulator emulator;
    private RestClient client;

    @BeforeEach
    void start() throws Exception {
        Path tokens = Files.writeString(directory.resolve("tokens"), TOKENS);
        emulator = Emulator.start(EmulatorOptions.in(directory.resolve("data")).requiringTokens(tokens));
        client = new RestClient(emulator.uri(), Duration.ofSeconds(60));
        rows("root", "/v1/rest/mgmt", ".create table T (a:long)");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void anIngestorMayUseTheQueue() {
        assertThat(announced(Optional.of(identity("loader")))).containsEntry("Status", "Succeeded");
        assertThat(rows("root", "/v1/rest/query", COUNT)).isEqualTo(List.of(List.of(1L)));
    }

    @Test
    void aMessageHasTheRightsOfItsSenderAndNoOthers() {
        Map<String, Object> refused = announced(Optional.of(identity("reader")));
        assertThat(refused).containsEntry("Status", "Failed").containsEntry("ErrorCode", "Forbidden");
        assertThat(refused.get("Details").toString())
                .isEqualTo("Principal 'aadapp=reader;t' is not authorized to perform this operation on table 'T' of"
                        + " database 'NetDefaultDB': it needs the right 'ingest'");
        assertThat(rows("root", "/v1/rest/query", COUNT)).isEqualTo(List.of(List.of(0L)));
        assertThat(rows("root", "/v1/rest/mgmt", ".show ingestion failures | project Table, ErrorCode"))
                .isEqualTo(List.of(List.of("T", "Forbidden")));
    }

    @Test
    void aStrangerHasNoRights() {
        String forged = identity("reader").replaceFirst("^[^.]+", encoded("aadapp=root;t"));
        for (Optional<String> token : List.of(Optional.<String>empty(), Optional.of("guess"), Optional.of(forged))) {
            assertThat(announced(token)).containsEntry("ErrorCode", "Forbidden");
        }
    }

    private String identity(String token) {
        return rows(token, "/v1/rest/mgmt", ".get kusto identity token")
                .get(0)
                .get(0)
                .toString();
    }

    /** What the status table says of a row that was uploaded and announced. */
    private Map<String, Object> announced(Optional<String> identity) {
        Map<String, String> resources = new LinkedHashMap<>();
        rows("root", "/v1/rest/mgmt", ".show ingestion resources")
                .forEach(row -> resources.put(row.get(0).toString(), row.get(1).toString()));
        String id = UUID.randomUUID().toString();
        String blob = resources.get("TempStorage").replace("?", "/" + id + ".csv?");
        send("PUT", blob, Map.of("x-ms-blob-type", "BlockBlob"), "1\n", 201);
        String status = resources.get("IngestionsStatusTable");
        Map<String, String> key = Map.of("partitionKey", id, "rowKey", id);
        send("POST", status, Map.of(), Json.write(Map.of("PartitionKey", id, "RowKey", id, "Status", "Pending")), 204);
        Map<String, String> properties = new LinkedHashMap<>(Map.of("format", "csv"));
        identity.ifPresent(token -> properties.put("authorizationContext", token));
        String message = Json.write(Map.of(
                "id",
                id,
                "databaseName",
                "NetDefaultDB",
                "tableName",
                "T",
                "blobPath",
                blob,
                "ingestionStatusInTable",
                key,
                "additionalProperties",
                properties));
        String queue = resources.get("SecuredReadyForAggregationQueue").replace("?", "/messages?");
        String body = "<QueueMessage><MessageText>" + encoded(message) + "</MessageText></QueueMessage>";
        send("POST", queue, Map.of(), body, 201);
        String entity = status.replace("?", "(PartitionKey=%27" + id + "%27,RowKey=%27" + id + "%27)?");
        Map<String, Object> answer = new LinkedHashMap<>();
        ((Map<?, ?>) Json.read(client.get(entity).body())).forEach((name, value) -> answer.put(name.toString(), value));
        return answer;
    }

    private static String encoded(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<List<?>> rows(String token, String path, String csl) {
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + Canary.secret(token), "Content-Type", "application/json");
        Answer answer = send("POST", path, headers, Json.write(Map.of("db", "NetDefaultDB", "csl", csl)), 200);
        Map<?, ?> table = (Map<?, ?>) ((List<?>) ((Map<?, ?>) Json.read(answer.body())).get("Tables")).get(0);
        return ((List<?>) table.get("Rows"))
                .stream().<List<?>>map(row -> (List<?>) row).toList();
    }

    private Answer send(String method, String address, Map<String, String> headers, String body, int status) {
        Answer answer = client.send(method, address, headers, body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
