package io.adxflow.emulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.http.HttpServer;
import io.adxflow.base.http.HttpServerOptions;
import io.adxflow.base.http.Response;
import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.http.Routes;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.IngestionResource;
import io.adxflow.emulator.store.NoBlobException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The storage over HTTP, with an ingestor that notes what it is given. */
class StorageTest {
    @TempDir
    Path directory;

    private final Recorder recorder = new Recorder();
    private Clock clock = Clock.systemUTC();
    private Storage storage;
    private HttpServer server;
    private RestClient client;

    @BeforeEach
    void start() {
        storage = new Storage(directory, clock, "account.test", StorageOptions.OWN);
        Routes routes = new Routes();
        storage.addRoutes(routes, recorder);
        server = HttpServer.start(
                HttpServerOptions.anyPort(), routes, (request, e) -> Response.text(500, "text/plain", e.toString()));
        storage.begin(List.of(server.uri()), Optional.empty());
        client = new RestClient(server.uri(), Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        server.close();
        storage.close();
    }

    @Test
    void aBlobIsReadAsItWasWritten() {
        Answer put = send("PUT", "TempStorage", "/a b/c.csv", "", "0123456789");
        assertThat(put.status()).as(put.body()).isEqualTo(201);
        assertThat(put.headers()).containsKeys("ETag", "Last-Modified");
        Answer get = send("GET", "TempStorage", "/a b/c.csv", "", "");
        assertThat(get.body()).isEqualTo("0123456789");
        assertThat(get.header("x-ms-blob-type")).contains("BlockBlob");
    }

    @Test
    void aRangeIsAPartOfABlob() {
        send("PUT", "TempStorage", "/x", "", "0123456789");
        Answer part =
                client.send("GET", address("TempStorage", "/x", ""), Map.of("x-ms-range", "bytes=3-5"), new byte[0]);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("345");
        assertThat(part.header("Content-Range")).contains("bytes 3-5/10");
    }

    @Test
    void aRangeHasItsDigestOnRequest() {
        send("PUT", "TempStorage", "/x", "", "0123456789");
        Map<String, String> headers = Map.of("x-ms-range", "bytes=0-4", "x-ms-range-get-content-md5", "true");
        Answer part = client.send("GET", address("TempStorage", "/x", ""), headers, new byte[0]);
        assertThat(part.header("Content-MD5")).contains("QQDE1E2pF3JH5EpfwVRneA==");
    }

    @Test
    void aRangeBehindTheEndIsRefused() {
        send("PUT", "TempStorage", "/x", "", "0123456789");
        Answer part = client.send("GET", address("TempStorage", "/x", ""), Map.of("Range", "bytes=10-"), new byte[0]);
        assertThat(part.status()).isEqualTo(416);
        assertThat(part.header("x-ms-error-code")).contains("InvalidRange");
    }

    @Test
    void headTellsTheLengthOnly() {
        send("PUT", "TempStorage", "/x", "", "0123456789");
        Answer head = send("HEAD", "TempStorage", "/x", "", "");
        assertThat(head.header("Content-Length")).contains("10");
        assertThat(send("HEAD", "TempStorage", "/y", "", "").status()).isEqualTo(404);
    }

    @Test
    void blocksBecomeABlobInTheOrderOfTheirList() {
        send("PUT", "TempStorage", "/x", "comp=block&blockid=MQ%3D%3D", "one");
        send("PUT", "TempStorage", "/x", "comp=block&blockid=Mg%3D%3D", "two");
        assertThat(send("GET", "TempStorage", "/x", "", "").status()).isEqualTo(404);
        String list = "<?xml version='1.0'?><BlockList><Latest>Mg==</Latest><Latest>MQ==</Latest></BlockList>";
        assertThat(send("PUT", "TempStorage", "/x", "comp=blocklist", list).status())
                .isEqualTo(201);
        assertThat(send("GET", "TempStorage", "/x", "", "").body()).isEqualTo("twoone");
    }

    @Test
    void aListThatNamesAnUnknownBlockIsRefused() {
        Answer answer =
                send("PUT", "TempStorage", "/x", "comp=blocklist", "<BlockList><Latest>Mg==</Latest></BlockList>");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("x-ms-error-code")).contains("InvalidBlockList");
    }

    @Test
    void aBlobIsNotOverwrittenWhenTheClientSaysSo() {
        send("PUT", "TempStorage", "/x", "", "1");
        Answer again = client.send("PUT", address("TempStorage", "/x", ""), Map.of("If-None-Match", "*"), bytes("2"));
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void aListShowsBlobsAndFolders() {
        send("PUT", "TempStorage", "/a/1", "", "x");
        send("PUT", "TempStorage", "/a/b/2", "", "x");
        send("PUT", "TempStorage", "/c", "", "x");
        assertThat(send("GET", "TempStorage", "", "restype=container&comp=list&prefix=a/&delimiter=/", "")
                        .body())
                .contains("<Name>a/1</Name>", "<BlobPrefix><Name>a/b/</Name></BlobPrefix>")
                .doesNotContain("<Name>c</Name>");
    }

    @Test
    void aDeletedBlobIsGone() {
        send("PUT", "TempStorage", "/x", "", "1");
        assertThat(send("DELETE", "TempStorage", "/x", "", "").status()).isEqualTo(202);
        assertThat(send("DELETE", "TempStorage", "/x", "", "").status()).isEqualTo(404);
    }

    @Test
    void anotherSignatureIsRefused() {
        String forged = address("TempStorage", "/x", "").replaceFirst("sig=.", "sig=z");
        Answer answer = client.send("PUT", forged, Map.of(), bytes("1"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("<Code>AuthenticationFailed</Code>");
    }

    @Test
    void aSignatureServesItsOwnResourceOnly() {
        String elsewhere = address("TempStorage", "/x", "").replace("/blob/temp/", "/blob/export/");
        assertThat(client.send("PUT", elsewhere, Map.of(), bytes("1")).status()).isEqualTo(403);
    }

    @Test
    void entitiesAreMadeReadMergedAndReplaced() {
        String one = "(PartitionKey='p',RowKey='r')";
        String entity = "{\"PartitionKey\":\"p\",\"RowKey\":\"r\",\"Status\":\"Pending\",\"Table\":\"T\"}";
        assertThat(send("POST", "IngestionsStatusTable", "", "", entity).status())
                .isEqualTo(204);
        assertThat(send("POST", "IngestionsStatusTable", "", "", entity).status())
                .isEqualTo(409);
        send("MERGE", "IngestionsStatusTable", one, "", "{\"Status\":\"Queued\"}");
        assertThat(members(send("GET", "IngestionsStatusTable", one, "", "")))
                .containsEntry("Status", "Queued")
                .containsEntry("Table", "T");
        send("PUT", "IngestionsStatusTable", one, "", "{\"Status\":\"Done\"}");
        assertThat(members(send("GET", "IngestionsStatusTable", one, "", "")))
                .containsEntry("Status", "Done")
                .doesNotContainKey("Table");
        assertThat(send("GET", "IngestionsStatusTable", "(PartitionKey='p',RowKey='x')", "", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAnnouncedBlobIsIngestedReportedAndDropped() throws InterruptedException {
        send("PUT", "TempStorage", "/x.csv", "", "1");
        send(
                "POST",
                "IngestionsStatusTable",
                "",
                "",
                "{\"PartitionKey\":\"p\",\"RowKey\":\"r\",\"Status\":\"Pending\"}");
        assertThat(announce(message()).status()).isEqualTo(201);
        recorder.await();
        storage.close();
        assertThat(recorder.messages).singleElement().satisfies(message -> {
            assertThat(message.table()).isEqualTo("T");
            assertThat(message.properties()).containsEntry("format", "csv");
        });
        assertThat(members(send("GET", "IngestionsStatusTable", "(PartitionKey='p',RowKey='r')", "", "")))
                .containsEntry("Status", "Succeeded");
        assertThat(send("GET", "TempStorage", "/x.csv", "", "").status()).isEqualTo(404);
    }

    @Test
    void aFailureIsReportedWithItsCode() throws InterruptedException {
        recorder.outcome = new Ingestor.Outcome(UUID.randomUUID(), "Stream_WrongNumberOfFields", "record 1", true);
        announce(message());
        recorder.await();
        storage.close();
        assertThat(members(send("GET", "IngestionsStatusTable", "(PartitionKey='p',RowKey='r')", "", "")))
                .containsEntry("Status", "Failed")
                .containsEntry("ErrorCode", "Stream_WrongNumberOfFields")
                .containsEntry("FailureStatus", "Permanent")
                .containsEntry("Details", "record 1");
    }

    @Test
    void aFailureIsReportedInTheQueueUntilItIsDeleted() throws InterruptedException {
        recorder.outcome = new Ingestor.Outcome(UUID.randomUUID(), "General_InternalServerError", "record 1", false);
        announce(message());
        recorder.await();
        storage.close();
        String message = send("GET", "FailedIngestionsQueue", "/messages", "numofmessages=5", "")
                .body();
        String text = message.replaceAll(".*<MessageText>(.*)</MessageText>.*", "$1");
        assertThat(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
                .contains(
                        "\"IngestionSourceId\":\"1\"",
                        "\"ErrorCode\":\"General_InternalServerError\"",
                        "\"ShouldRetry\":true");
        assertThat(send("GET", "FailedIngestionsQueue", "/messages", "", "").body())
                .doesNotContain("MessageText");
        String id = message.replaceAll(".*<MessageId>(.*)</MessageId>.*", "$1");
        assertThat(send("DELETE", "FailedIngestionsQueue", "/messages/" + id, "popreceipt=taken", "")
                        .status())
                .isEqualTo(204);
        assertThat(send("DELETE", "FailedIngestionsQueue", "/messages/" + id, "popreceipt=taken", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aMessageThatWaitsSurvivesARestart() throws InterruptedException {
        recorder.policy = new BatchingPolicy(Duration.ofHours(1), 2, 100);
        announce(message());
        stop();
        recorder.policy = BatchingPolicy.NONE;
        start();
        recorder.await();
        assertThat(recorder.messages).hasSize(1);
    }

    @Test
    void aBatchIsIngestedWhenItHasEnoughItems() throws InterruptedException {
        recorder.policy = new BatchingPolicy(Duration.ofHours(1), 3, 1000);
        announce(message());
        announce(message());
        announce(message());
        recorder.await();
        assertThat(recorder.batches).containsExactly(3);
    }

    @Test
    void aBatchIsIngestedWhenItIsLargeEnough() throws InterruptedException {
        recorder.policy = new BatchingPolicy(Duration.ofHours(1), 100, 80);
        announce(message());
        announce(message());
        recorder.await();
        assertThat(recorder.batches).containsExactly(2);
    }

    @Test
    void aBatchIsIngestedWhenItsTimeIsOver() throws InterruptedException {
        recorder.policy = new BatchingPolicy(Duration.ofMillis(1), 100, 1000);
        announce("{\"validationPolicy\":{\"validationOptions\":\"DoNotValidate\"},"
                + message().substring(1));
        recorder.await();
        assertThat(recorder.batches).containsExactly(1);
        assertThat(recorder.messages.get(0).properties())
                .containsEntry("validationPolicy", "{\"validationOptions\":\"DoNotValidate\"}");
    }

    @Test
    void anUrgentMessageTakesThoseThatWaitAlong() throws InterruptedException {
        recorder.policy = new BatchingPolicy(Duration.ofHours(1), 100, 1000);
        announce(message());
        announce("{\"flushImmediately\":true," + message().substring(1));
        recorder.await();
        assertThat(recorder.batches).containsExactly(2);
    }

    @Test
    void whatMustBeThereOnceDoesNotWait() throws InterruptedException {
        recorder.policy = new BatchingPolicy(Duration.ofHours(1), 100, 1000);
        announce(message().replace("\"format\":\"csv\"", "\"format\":\"csv\",\"ingestIfNotExists\":\"[\\\"a\\\"]\""));
        recorder.await();
        assertThat(recorder.batches).containsExactly(1);
    }

    @Test
    void blobsThatNobodyCanReachAnyMoreAreDropped() {
        send("PUT", "TempStorage", "/x", "", "1");
        stop();
        clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(8));
        start();
        assertThat(send("GET", "TempStorage", "/x", "", "").status()).isEqualTo(404);
    }

    @Test
    void aSignatureEndsWithItsTime() {
        String address = address("TempStorage", "/x", "");
        stop();
        clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(8));
        start();
        assertThat(client.send("PUT", address, Map.of(), bytes("1")).status()).isEqualTo(403);
    }

    @Test
    void anAddressOfItsOwnIsKnownByItsServerOrItsSignature() {
        send("PUT", "TempStorage", "/x.csv", "", "1");
        String address = server.uri() + address("TempStorage", "/x.csv", "");
        String elsewhere = address.replaceFirst("http://[^/]*", "https://storage.example");
        assertThat(storage.blob(address.split("\\?")[0]).file()).hasContent("1");
        assertThat(storage.blob(address.replace("127.0.0.1", "localhost")).file())
                .hasContent("1");
        assertThat(storage.blob(elsewhere).file())
                .as("signed by this storage when it had another port")
                .hasContent("1");
        for (String foreign : List.of(elsewhere.split("\\?")[0], elsewhere.replaceFirst("sig=.", "sig=z"))) {
            assertThatThrownBy(() -> storage.blob(foreign))
                    .isInstanceOfSatisfying(NoBlobException.class, e -> assertThat(e.reason())
                            .isEqualTo(NoBlobException.Reason.NOT_ALLOWED));
        }
    }

    @Test
    void aMessageThatCannotBeReadIsRefused() {
        assertThat(announce("{\"id\":\"1\"}").status()).isEqualTo(400);
        assertThat(send("POST", "SecuredReadyForAggregationQueue", "/messages", "", "<oops")
                        .status())
                .isEqualTo(400);
    }

    private Answer announce(String json) {
        String text = Base64.getEncoder().encodeToString(bytes(json));
        return send(
                "POST",
                "SecuredReadyForAggregationQueue",
                "/messages",
                "",
                "<QueueMessage><MessageText>" + text + "</MessageText></QueueMessage>");
    }

    private String message() {
        return Json.write(Map.of(
                "id",
                "1",
                "databaseName",
                "db",
                "tableName",
                "T",
                "blobPath",
                server.uri() + address("TempStorage", "/x.csv", ""),
                "rawDataSize",
                40,
                "ingestionStatusInTable",
                Map.of("partitionKey", "p", "rowKey", "r"),
                "additionalProperties",
                Map.of("format", "csv")));
    }

    private Answer send(String method, String resource, String path, String query, String body) {
        return client.send(method, address(resource, path, query), Map.of(), bytes(body));
    }

    private String address(String type, String path, String query) {
        String uri = storage.ingestionResources().stream()
                .filter(resource -> resource.type().equals(type))
                .map(IngestionResource::uri)
                .findFirst()
                .orElseThrow();
        String[] parts = uri.substring(server.uri().toString().length()).split("\\?", 2);
        String address = parts[0] + path.replace(" ", "%20") + "?" + (query.isEmpty() ? "" : query + "&") + parts[1];
        return address.replace("'", "%27");
    }

    private static Map<String, Object> members(Answer answer) {
        Map<String, Object> members = new TreeMap<>();
        ((Map<?, ?>) Json.read(answer.body())).forEach((name, value) -> members.put(name.toString(), value));
        return members;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Recorder implements Ingestor {
        private final List<IngestionMessage> messages = Collections.synchronizedList(new ArrayList<>());
        private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch called = new CountDownLatch(1);
        private volatile Outcome outcome = Outcome.succeeded(new UUID(0, 1));
        private volatile BatchingPolicy policy = BatchingPolicy.NONE;

        @Override
        public List<Outcome> ingest(List<IngestionMessage> batch) {
            messages.addAll(batch);
            batches.add(batch.size());
            called.countDown();
            return Collections.nCopies(batch.size(), outcome);
        }

        @Override
        public BatchingPolicy batching(IngestionMessage message) {
            return policy;
        }

        void await() throws InterruptedException {
            assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
