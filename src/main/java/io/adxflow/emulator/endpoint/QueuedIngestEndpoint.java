package io.adxflow.emulator.endpoint;

import io.adxflow.base.http.HttpException;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.protocol.RequestInfo;
import io.adxflow.emulator.storage.QueuedIngestion;
import io.adxflow.emulator.storage.Storage;
import io.adxflow.emulator.store.Database;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /v1/rest/ingestion}: queued ingestion without a queue. A client asks where to upload to, announces its blobs in one
 * request, and asks what became of them.
 *
 * @see <a href="https://learn.microsoft.com/kusto/api/rest/queued-ingest-use-http">Queued ingestion via REST API</a>
 */
final class QueuedIngestEndpoint {
    private static final int LARGEST = 1 << 20;
    private static final long MOST_DATA = 6L << 30;
    private static final String REFRESHED = "01:00:00";

    private final Databases databases;
    private final Storage storage;
    private final Exchanges exchanges;
    private final AccessCheck access;

    QueuedIngestEndpoint(Databases databases, Storage storage, Exchanges exchanges, AccessCheck access) {
        this.databases = databases;
        this.storage = storage;
        this.exchanges = exchanges;
        this.access = access;
    }

    /** Where clients upload to, and how much they may announce at once. There are no folders of a lake. */
    Response configuration(Request request) {
        access.of(request);
        List<Map<String, String>> containers = storage.ingestionResources().stream()
                .filter(resource -> resource.type().equals("TempStorage"))
                .map(resource -> Map.of("path", resource.uri()))
                .toList();
        Map<String, Object> uploads = new LinkedHashMap<>();
        uploads.put("containers", containers);
        uploads.put("lakeFolders", List.of());
        uploads.put("refreshInterval", REFRESHED);
        uploads.put("preferredUploadMethod", "Storage");
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("maxBlobsPerBatch", QueuedIngestion.MOST_SOURCES);
        limits.put("maxDataSize", MOST_DATA);
        limits.put("preferredIngestionMethod", "REST");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("containerSettings", uploads);
        answer.put("ingestionSettings", limits);
        return respond(request, answer);
    }

    Response queue(Request request) throws IOException {
        Database database = allowed(request);
        QueuedIngestion wish =
                QueuedIngestion.read(database.name(), request.pathParameter("table"), request.text(LARGEST));
        Optional<UUID> operation =
                storage.queue(wish.by(storage.identityToken(access.of(request).principal())));
        return respond(
                request,
                Map.of("ingestionOperationId", operation.map(UUID::toString).orElse("")));
    }

    Response progress(Request request) throws IOException {
        Database database = allowed(request);
        String operation = request.pathParameter("operation");
        boolean hasDetails = request.queryParameter("details").orElse("").equalsIgnoreCase("true");
        Optional<Map<String, Object>> answer = isName(operation)
                ? storage.progress(
                        UUID.fromString(operation), database.name(), request.pathParameter("table"), hasDetails)
                : Optional.empty();
        return respond(
                request,
                answer.orElseThrow(() -> new HttpException(
                        404,
                        "there is no ingestion operation '" + operation
                                + "' of this table; only requests with enableTracking have one")));
    }

    private Database allowed(Request request) {
        Database database = databases.named(request.pathParameter("database"));
        access.of(request).requireOnTable(Right.INGEST, database, request.pathParameter("table"));
        return database;
    }

    private static boolean isName(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    private Response respond(Request request, Map<String, Object> answer) {
        RequestInfo info = exchanges.info(request);
        return exchanges.respond(request, info, Response.json(200, Json.write(answer)));
    }
}
