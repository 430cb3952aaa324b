package io.adxflow.emulator.account;

import static io.adxflow.emulator.account.Service.BLOB;
import static io.adxflow.emulator.account.Service.QUEUE;
import static io.adxflow.emulator.account.Service.TABLE;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.IngestionResource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The containers, queues and the table of a storage account that ingesting clients use, made when they are missing. Azurite and
 * Azure speak the same REST interface.
 */
public final class StorageAccount {
    private static final String TEMP = "/adxflow-temp";
    private static final String EXPORT = "/adxflow-export";
    private static final String READY = "/adxflow-ready";
    private static final String POISON = READY + "-poison";
    private static final String FAILED = "/adxflow-failed";
    private static final String SUCCESSFUL = "/adxflow-successful";
    private static final String STATUS = "adxflowstatus";

    private static final Set<Integer> MADE = Set.of(201, 204, 409);
    private static final int HIDDEN_SECONDS = 60;
    private static final int AT_ONCE = 32;

    private final AccountRequests requests;

    private StorageAccount(AccountRequests requests) {
        this.requests = requests;
    }

    /** @throws io.adxflow.base.diagnostic.RemoteException when the account does not answer, or does not let us in */
    public static StorageAccount open(StorageConnection connection, Clock clock) {
        AccountRequests requests = new AccountRequests(connection, clock);
        for (String container : List.of(TEMP, EXPORT)) {
            requests.send(BLOB, "PUT", container, "restype=container", "", MADE);
        }
        for (String queue : List.of(READY, POISON, FAILED, SUCCESSFUL)) {
            requests.send(QUEUE, "PUT", queue, "", "", MADE);
        }
        requests.send(TABLE, "POST", "/Tables", "", Json.write(Map.of("TableName", STATUS)), MADE);
        return new StorageAccount(requests);
    }

    /** A message of the queue, hidden from others for a minute. */
    public record Message(String id, String receipt, String text) {}

    /** What ingesting clients may use, with access for some days. */
    public List<IngestionResource> resources() {
        return List.of(
                new IngestionResource("TempStorage", requests.signedAddress(BLOB, TEMP, "rwdlac")),
                new IngestionResource("SecuredReadyForAggregationQueue", requests.signedAddress(QUEUE, READY, "ra")),
                new IngestionResource("FailedIngestionsQueue", requests.signedAddress(QUEUE, FAILED, "rdp")),
                new IngestionResource("SuccessfulIngestionsQueue", requests.signedAddress(QUEUE, SUCCESSFUL, "rdp")),
                new IngestionResource("IngestionsStatusTable", requests.signedAddress(TABLE, "/" + STATUS, "rau")));
    }

    public List<String> exportContainers() {
        return List.of(requests.signedAddress(BLOB, EXPORT, "rwdlac"));
    }

    /** Whether an address is one of a blob of this account. */
    public boolean holds(String address) {
        return address.startsWith(requests.address(BLOB, "/"));
    }

    /** Deletes a blob that was uploaded to be ingested; blobs of other containers stay. */
    public void dropUpload(String address) {
        if (address.startsWith(requests.address(BLOB, TEMP + "/"))) {
            String path = address.substring(requests.address(BLOB, "").length());
            requests.send(BLOB, "DELETE", path.split("[?;]", 2)[0], "", "", Set.of(202, 404));
        }
    }

    /** The next messages that clients have put into the queue. */
    public List<Message> receive() {
        String query = "numofmessages=" + AT_ONCE + "&visibilitytimeout=" + HIDDEN_SECONDS;
        String xml = requests.send(QUEUE, "GET", READY + "/messages", query, "", Set.of(200))
                .body();
        List<String> parts = StorageXml.texts(xml, Set.of("MessageId", "PopReceipt", "MessageText"));
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i + 2 < parts.size(); i += 3) {
            messages.add(new Message(parts.get(i), parts.get(i + 1), parts.get(i + 2)));
        }
        return messages;
    }

    public void delete(Message message) {
        String path = READY + "/messages/" + message.id();
        requests.send(QUEUE, "DELETE", path, "popreceipt=" + encoded(message.receipt()), "", Set.of(204, 404));
    }

    /** Puts a message that nobody can read aside, into the queue {@code adxflow-ready-poison}. */
    public void reject(Message message) {
        put(POISON, message.text());
        delete(message);
    }

    public void reportFailure(String text) {
        put(FAILED, text);
    }

    public void reportSuccess(String text) {
        put(SUCCESSFUL, text);
    }

    /** Changes some members of an entity of the status table; there need not be one. */
    public void mergeStatus(String partition, String row, Map<String, Object> changes) {
        String key = "(PartitionKey='" + quoted(partition) + "',RowKey='" + quoted(row) + "')";
        requests.send(TABLE, "MERGE", "/" + STATUS + key, "", Json.write(changes), Set.of(204));
    }

    private void put(String queue, String text) {
        String body = "<QueueMessage><MessageText>" + StorageXml.escaped(text) + "</MessageText></QueueMessage>";
        requests.send(QUEUE, "POST", queue + "/messages", "", body, Set.of(201));
    }

    private static String quoted(String key) {
        return encoded(key.replace("'", "''")).replace("+", "%20");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
