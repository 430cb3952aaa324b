package io.adxflow.emulator;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Uploads data and announces it in the queue, as the ingesting clients do. */
public final class QueuedClient {
    private final RestClient client;
    private final String[] container;
    private final String[] queue;

    private QueuedClient(RestClient client, String[] container, String[] queue) {
        this.client = client;
        this.container = container;
        this.queue = queue;
    }

    public static QueuedClient of(URI uri) throws IOException, InterruptedException {
        String[] container = {};
        String[] queue = {};
        for (Object row : new LoadClient(uri).rows(".show ingestion resources")) {
            List<?> resource = (List<?>) row;
            String[] address = resource.get(1).toString().split("\\?", 2);
            container = resource.get(0).equals("TempStorage") ? address : container;
            queue = resource.get(0).equals("SecuredReadyForAggregationQueue") ? address : queue;
        }
        return new QueuedClient(new RestClient(uri, Duration.ofMinutes(1)), container, queue);
    }

    /** Returns when the announcement has been taken. */
    public void ingest(String database, String table, String csv) {
        String blob = container[0] + "/" + UUID.randomUUID() + ".csv?" + container[1];
        byte[] data = csv.getBytes(StandardCharsets.UTF_8);
        require(client.send("PUT", blob, Map.of("x-ms-blob-type", "BlockBlob"), data));
        String message = Json.write(Map.of(
                "id",
                UUID.randomUUID(),
                "databaseName",
                database,
                "tableName",
                table,
                "blobPath",
                blob,
                "rawDataSize",
                data.length,
                "additionalProperties",
                Map.of("format", "csv")));
        String text = Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
        byte[] body = ("<QueueMessage><MessageText>" + text + "</MessageText></QueueMessage>")
                .getBytes(StandardCharsets.UTF_8);
        require(client.send("POST", queue[0] + "/messages?" + queue[1], Map.of(), body));
    }

    private static void require(RestClient.Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.status() + ": " + answer.body());
        }
    }
}
