package io.adxflow.emulator.storage;

import io.adxflow.base.http.HttpException;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.emulator.account.StorageXml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * {@code /queue/{queue}/messages}: takes ingestion messages, and hands out reports of how they went.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/put-message">Put Message</a>
 */
final class QueueEndpoint {
    static final String READY = "ready";
    static final String FAILED = "failed";
    static final String SUCCESSFUL = "successful";

    private static final int LARGEST = 1 << 20;
    private static final int MOST = 32;
    private static final Duration HIDING = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private final DataManagement management;
    private final Map<String, ReportQueue> reports;
    private final SharedAccess access;
    private final Clock clock;

    /** @param reports the queues that report, by name */
    QueueEndpoint(DataManagement management, Map<String, ReportQueue> reports, SharedAccess access, Clock clock) {
        this.management = management;
        this.reports = Map.copyOf(reports);
        this.access = access;
        this.clock = clock;
    }

    Response put(Request request) throws IOException {
        check(request);
        if (!request.pathParameter("queue").equals(READY)) {
            throw new StorageException(403, "AuthorizationFailure", "This queue takes no messages of clients.");
        }
        List<String> texts = StorageXml.texts(request.text(LARGEST), Set.of("MessageText"));
        if (texts.size() != 1) {
            throw new HttpException(400, "the request body needs one MessageText");
        }
        management.accept(UUID.randomUUID().toString(), MessageText.decoded(texts.get(0)));
        return Response.text(201, "application/xml", receipt());
    }

    /** The metadata of a queue: how many messages wait. */
    Response describe(Request request) throws IOException {
        check(request);
        ReportQueue queue = reports.get(request.pathParameter("queue"));
        int waiting = queue == null ? 0 : queue.size();
        return Response.empty(200).withHeader("x-ms-approximate-messages-count", String.valueOf(waiting));
    }

    Response take(Request request) throws IOException {
        int most = Math.min(number(request, "numofmessages", 1), MOST);
        boolean looks = request.queryParameter("peekonly").orElse("").equalsIgnoreCase("true");
        Duration hiding = looks
                ? Duration.ZERO
                : Duration.ofSeconds(number(request, "visibilitytimeout", (int) HIDING.toSeconds()));
        StringBuilder messages = new StringBuilder();
        queue(request).take(most, hiding).forEach(report -> messages.append(message(report)));
        return Response.text(200, "application/xml", HEAD + "<QueueMessagesList>" + messages + "</QueueMessagesList>");
    }

    Response delete(Request request) throws IOException {
        if (!queue(request).delete(request.pathParameter("id"))) {
            throw StorageException.notFound("MessageNotFound", "message");
        }
        return Response.empty(204);
    }

    private ReportQueue queue(Request request) {
        check(request);
        String name = request.pathParameter("queue");
        if (!reports.containsKey(name)) {
            throw new StorageException(403, "AuthorizationFailure", "Only reports can be read.");
        }
        return reports.get(name);
    }

    private static int number(Request request, String name, int otherwise) {
        String text = request.queryParameter(name).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,6}")) {
            throw new StorageException(400, "InvalidQueryParameterValue", "'" + name + "' is not a number.");
        }
        return Integer.parseInt(text);
    }

    private void check(Request request) {
        String queue = request.pathParameter("queue");
        access.check(request, "queue/" + queue);
    }

    private String receipt() {
        return HEAD + "<QueueMessagesList><QueueMessage>"
                + described(UUID.randomUUID().toString()) + "</QueueMessage></QueueMessagesList>";
    }

    private String message(ReportQueue.Report report) {
        String text = Base64.getEncoder().encodeToString(report.text().getBytes(StandardCharsets.UTF_8));
        return "<QueueMessage>" + described(report.id()) + "<DequeueCount>1</DequeueCount><MessageText>" + text
                + "</MessageText></QueueMessage>";
    }

    private String described(String id) {
        Instant now = clock.instant();
        return "<MessageId>" + id + "</MessageId><InsertionTime>" + HttpDate.of(now)
                + "</InsertionTime><ExpirationTime>"
                + HttpDate.of(now.plus(KEPT)) + "</ExpirationTime><PopReceipt>taken</PopReceipt><TimeNextVisible>"
                + HttpDate.of(now) + "</TimeNextVisible>";
    }
}
