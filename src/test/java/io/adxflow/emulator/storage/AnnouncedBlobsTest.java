package io.adxflow.emulator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of blobs that are announced in the queue. */
class AnnouncedBlobsTest extends StorageOverHttp {
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
}
