package io.adxflow.emulator.storage;

import io.adxflow.base.http.HttpException;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * {@code /queue/{queue}/messages}: takes ingestion messages. The queues that report are always empty: reports go to the status
 * table.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/put-message">Put Message</a>
 */
final class QueueEndpoint {
    static final String READY = "ready";
    static final String FAILED = "failed";
    static final String SUCCESSFUL = "successful";

    private static final int LARGEST = 1 << 20;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private final DataManagement management;
    private final SharedAccess access;
    private final Clock clock;

    QueueEndpoint(DataManagement management, SharedAccess access, Clock clock) {
        this.management = management;
        this.access = access;
        this.clock = clock;
    }

    Response put(Request request) throws IOException {
        check(request);
        if (!request.pathParameter("queue").equals(READY)) {
            throw new StorageException(403, "AuthorizationFailure", "This queue takes no messages of clients.");
        }
        List<String> texts = Xml.texts(request.text(LARGEST), Set.of("MessageText"));
        if (texts.size() != 1) {
            throw new HttpException(400, "the request body needs one MessageText");
        }
        management.accept(decoded(texts.get(0)));
        return Response.text(201, "application/xml", receipt());
    }

    Response take(Request request) {
        check(request);
        return Response.text(200, "application/xml", HEAD + "<QueueMessagesList></QueueMessagesList>");
    }

    private void check(Request request) {
        String queue = request.pathParameter("queue");
        access.check(request, "queue/" + queue);
    }

    private static String decoded(String text) {
        if (text.stripLeading().startsWith("{")) {
            return text;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HttpException(400, "the message text is neither JSON nor Base64");
        }
    }

    private String receipt() {
        Instant now = clock.instant();
        return HEAD + "<QueueMessagesList><QueueMessage><MessageId>" + UUID.randomUUID()
                + "</MessageId><InsertionTime>" + HttpDate.of(now) + "</InsertionTime><ExpirationTime>"
                + HttpDate.of(now.plus(KEPT)) + "</ExpirationTime><PopReceipt>taken</PopReceipt><TimeNextVisible>"
                + HttpDate.of(now) + "</TimeNextVisible></QueueMessage></QueueMessagesList>";
    }
}
