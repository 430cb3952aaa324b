package io.adxflow.emulator.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.EmulatorOptions;
import io.adxflow.emulator.LoadClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The requests of the newer ingesting clients, which ask a configuration where to upload to and announce their blobs over HTTP
 * instead of in a queue. Clients see no wait: each asks again until it is told the end.
 */
class QueuedIngestTest {
    private static final String INTO_T = "/v1/rest/ingestion/queued/NetDefaultDB/T";
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    @TempDir
    Path directory;

    private Emulator emulator;
    private RestClient client;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        emulator = Emulator.start(directory.resolve("data"));
        client = new RestClient(emulator.uri(), Duration.ofSeconds(30));
        new LoadClient(emulator.uri()).rows(".create table T (id:long, name:string)");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void theConfigurationSaysWhereToUploadTo() {
        Map<?, ?> configuration = object(client.get("/v1/rest/ingestion/configuration"));
        Map<?, ?> uploads = (Map<?, ?>) configuration.get("containerSettings");
        assertThat((List<?>) uploads.get("containers"))
                .singleElement()
                .extracting(container -> ((Map<?, ?>) container).get("path").toString())
                .asString()
                .contains("/blob/temp?", "&sig=");
        assertThat(uploads.get("lakeFolders")).isEqualTo(List.of());
        assertThat(uploads.get("refreshInterval")).isEqualTo("01:00:00");
        assertThat(uploads.get("preferredUploadMethod")).isEqualTo("Storage");
        Map<?, ?> limits = (Map<?, ?>) configuration.get("ingestionSettings");
        assertThat(limits.get("maxBlobsPerBatch")).isEqualTo(20L);
        assertThat(limits.get("maxDataSize")).isEqualTo(6442450944L);
        assertThat(limits.get("preferredIngestionMethod")).isEqualTo("REST");
    }

    @Test
    void blobsAreIngestedTogetherWithTheirPropertiesAndTracked() throws IOException, InterruptedException {
        String operation = submit(
                List.of(upload("1,a\n"), upload("2,b\n3,c\n")),
                Map.of(
                        "format", "csv",
                        "enableTracking", true,
                        "skipBatching", true,
                        "ignoreSizeLimit", false,
                        "ignoreLastRecordIfInvalid", false,
                        "extend_schema", false,
                        "tags", List.of("drop-by:d", "plain"),
                        "creationTime", "2025-10-01T11:00:00Z"));
        Map<?, ?> progress = ended(operation, "");
        assertThat(progress.get("status")).hasToString("{succeeded=2, failed=0, inProgress=0, canceled=0}");
        assertThat(progress.containsKey("details")).isFalse();
        LoadClient queries = new LoadClient(emulator.uri());
        assertThat(queries.number("T | where extent_tags() has 'drop-by:d' and extent_tags() has 'plain' | count"))
                .isEqualTo(3);
        assertThat(queries.rows(".show table T extents | project MinCreatedOn").toString())
                .contains("2025-10-01T11:00:00Z");
    }

    @Test
    void whatFailsIsToldForEachBlob() throws IOException, InterruptedException {
        String good = upload("1,a\n");
        String bad = upload("{\"id\": broken");
        String operation = submit(
                List.of(good, bad),
                Map.of("format", "multijson", "enableTracking", true, "ingestIfNotExists", List.of("x")));
        Map<?, ?> progress = ended(operation, "?details=true");
        assertThat(progress.get("startTime")).asString().endsWith("Z");
        List<?> details = (List<?>) progress.get("details");
        assertThat(details).hasSize(2);
        Map<?, ?> failed = (Map<?, ?>) details.get(1);
        assertThat(failed.get("sourceId")).isEqualTo("source-1");
        assertThat(failed.get("status")).isEqualTo("Failed");
        assertThat(failed.get("failureStatus")).isEqualTo("Permanent");
        assertThat(failed.get("errorCode")).asString().isNotEmpty();
        assertThat(failed.get("details")).asString().isNotEmpty();
        assertThat(failed.get("url")).as("without its signature").isEqualTo(bad.split("\\?")[0]);
        assertThat(failed.get("startedAt")).isEqualTo(failed.get("startTime"));
        assertThat(failed.get("lastUpdateTime")).isEqualTo(failed.get("lastUpdated"));
    }

    @Test
    void whoDoesNotTrackGetsNoOperation() throws IOException, InterruptedException {
        assertThat(submit(List.of(upload("1,a\n")), Map.of("format", "csv"))).isEmpty();
        LoadClient queries = new LoadClient(emulator.uri());
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (queries.number("T | count") == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    @Test
    void requestsWithoutBlobsOrWithTooManyAreRefused() {
        refused(post("{}"), 400, "from one to 20 of them, not 0");
        refused(post("{\"blobs\":[" + "{\"url\":\"x\"},".repeat(20) + "{\"url\":\"x\"}]}"), 400, "not 21");
        refused(post("{\"blobs\":[{}]}"), 400, "each of 'blobs' needs a text 'url'");
        refused(post("{\"blobs\":[1]}"), 400, "each of 'blobs' must be a JSON object");
        refused(post("no JSON"), 400, "the request body is not JSON");
        refused(
                client.postJson("/v1/rest/ingestion/queued/Nowhere/T", "{}"),
                404,
                "Entity name 'Nowhere' of kind 'Database' does not exist.");
    }

    @Test
    void anOperationOfAnotherTableIsNotThere() throws IOException, InterruptedException {
        String operation = submit(List.of(upload("1,a\n")), Map.of("format", "csv", "enableTracking", true));
        refused(
                client.get("/v1/rest/ingestion/queued/NetDefaultDB/Other/" + operation),
                404,
                "there is no ingestion operation '" + operation + "'");
        refused(client.get(INTO_T + "/" + UUID.randomUUID()), 404, "there is no ingestion operation");
        refused(client.get(INTO_T + "/..%2f..%2fkey"), 404, "there is no ingestion operation '../../key'");
    }

    @Test
    void aRestartForgetsNoOperation() throws IOException, InterruptedException {
        String operation = submit(List.of(upload("1,a\n")), Map.of("format", "csv", "enableTracking", true));
        stop();
        emulator = Emulator.start(directory.resolve("data"));
        client = new RestClient(emulator.uri(), Duration.ofSeconds(30));
        assertThat(((Map<?, ?>) ended(operation, "").get("status")).get("succeeded"))
                .isEqualTo(1L);
    }

    @Test
    void itTakesTheRightToIngest() throws IOException {
        Path tokens = Files.writeString(directory.resolve("tokens"), "loads a ingestors\nreads b viewers\n");
        try (Emulator asking =
                Emulator.start(EmulatorOptions.in(directory.resolve("asking")).requiringTokens(tokens))) {
            RestClient strict = new RestClient(asking.uri(), Duration.ofSeconds(30));
            refused(strict.get("/v1/rest/ingestion/configuration"), 401, "bearer token");
            refused(strict.send("POST", INTO_T, bearer("reads"), bytes("{}")), 403, "it needs the right 'ingest'");
            refused(strict.send("POST", INTO_T, bearer("loads"), bytes("{}")), 400, "needs 'blobs'");
        }
    }

    private Map<?, ?> ended(String operation, String query) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Map<?, ?> progress;
        do {
            assertThat(System.nanoTime()).as("the ingestion stayed in progress").isLessThan(deadline);
            progress = object(client.get(INTO_T + "/" + operation + query));
        } while (!((Map<?, ?>) progress.get("status")).get("inProgress").equals(0L));
        return progress;
    }

    private String submit(List<String> blobs, Map<String, Object> properties) {
        List<Map<String, Object>> sources = blobs.stream()
                .map(url ->
                        Map.<String, Object>of("url", url, "sourceId", "source-" + blobs.indexOf(url), "rawSize", 4))
                .toList();
        Answer answer = post(
                Json.write(Map.of("timestamp", "2025-10-01T12:00:00Z", "blobs", sources, "properties", properties)));
        return object(answer).get("ingestionOperationId").toString();
    }

    private Answer post(String body) {
        return client.postJson(INTO_T, body);
    }

    private String upload(String data) {
        Map<?, ?> uploads = (Map<?, ?>)
                object(client.get("/v1/rest/ingestion/configuration")).get("containerSettings");
        Map<?, ?> container = (Map<?, ?>) ((List<?>) uploads.get("containers")).get(0);
        String[] address = container.get("path").toString().split("\\?", 2);
        String blob = address[0] + "/" + UUID.randomUUID() + "_csv?" + address[1];
        Answer answer = client.send("PUT", blob, Map.of("x-ms-blob-type", "BlockBlob"), bytes(data));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return blob;
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<?, ?> object(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return (Map<?, ?>) Json.read(answer.body());
    }

    private static void refused(Answer answer, int status, String message) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        Map<?, ?> error = (Map<?, ?>) ((Map<?, ?>) Json.read(answer.body())).get("error");
        assertThat(error.get("@message").toString()).contains(message);
    }
}
