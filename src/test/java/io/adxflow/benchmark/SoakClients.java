package io.adxflow.benchmark;

import io.adxflow.base.http.RestClient;
import io.adxflow.emulator.LoadClient;
import io.adxflow.emulator.QueuedClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the clients of the {@link Soak} do. Rows are moved from {@code S} to {@code T} all the while, so the sum of both must never
 * shrink, and must be exact at the end. {@code R} always has a thousand rows of one version.
 */
final class SoakClients {
    private static final String TOTAL = "union S, T | count";
    private static final String VERSIONS = "R | summarize rows = count(), versions = dcount(version)";
    private static final int REPLACED_ROWS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final URI uri;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong queued = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong replaces = new AtomicLong();
    private final AtomicLong moves = new AtomicLong();

    SoakClients(URI uri) {
        this.uri = uri;
    }

    /** One round of a client. */
    @FunctionalInterface
    interface Work {
        void once() throws IOException, InterruptedException;
    }

    URI uri() {
        return uri;
    }

    void prepare() throws IOException, InterruptedException {
        LoadClient client = new LoadClient(uri);
        client.rows(".create tables S (n:long), T (n:long), Q (n:long)");
        client.rows(".alter table S policy streamingingestion enable");
        client.rows(".set-or-replace R <| range n from 1 to " + REPLACED_ROWS + " step 1 | extend version = 0");
        client.rows(".set-or-replace P <| R | take 0");
    }

    List<Work> works() throws IOException, InterruptedException {
        List<Work> works = new ArrayList<>();
        works.add(mover());
        works.add(replacer());
        for (int i = 0; i < 4; i++) {
            works.add(writer());
        }
        works.add(streamer());
        works.add(streamer());
        works.add(queuer());
        works.add(queuer());
        works.add(reader());
        works.add(reader());
        works.add(reader());
        works.add(versionReader());
        works.add(versionReader());
        works.add(largeReader());
        return works;
    }

    String counts() {
        return String.format(
                "%,d | %,d | %,d | %,d", written.get() + queued.get(), reads.get(), replaces.get(), moves.get());
    }

    /** Queued rows may come until a deadline. */
    void requireEveryRow(LoadClient client, Instant deadline) throws IOException, InterruptedException {
        while (client.number("Q | count") < queued.get() && Instant.now().isBefore(deadline)) {
            reads.incrementAndGet();
        }
        require("S and T", client.number(TOTAL), written.get());
        require("Q", client.number("Q | count"), queued.get());
        require("values of Q", client.number("Q | summarize dcount(n, 4)"), queued.get());
    }

    private static void require(String what, long found, long expected) {
        if (found != expected) {
            throw new IllegalStateException(what + ": " + found + " rows, " + expected + " were acknowledged");
        }
    }

    private Work writer() {
        LoadClient client = new LoadClient(uri);
        return () -> {
            client.rows(".ingest inline into table S <|\n1\n2\n3");
            written.addAndGet(3);
        };
    }

    private Work streamer() {
        RestClient client = new RestClient(uri, PATIENCE);
        byte[] rows = "1\n2\n3\n4\n".getBytes(StandardCharsets.UTF_8);
        return () -> {
            require(client.send("POST", "/v1/rest/ingest/NetDefaultDB/S?streamFormat=csv", Map.of(), rows), 200);
            written.addAndGet(4);
        };
    }

    private Work queuer() throws IOException, InterruptedException {
        QueuedClient client = QueuedClient.of(uri);
        return () -> client.ingest("NetDefaultDB", "Q", queued.incrementAndGet() + "\n");
    }

    private static void require(RestClient.Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + ": " + answer.body());
        }
    }

    /** An extent that another command merged meanwhile fails the move, which is then tried again. */
    private Work mover() {
        LoadClient client = new LoadClient(uri);
        return () -> {
            try {
                client.rows(".move extents all from table S to table T");
                moves.incrementAndGet();
            } catch (IllegalStateException e) {
                if (!e.getMessage().contains("of kind 'Extent' was not found")) {
                    throw e;
                }
            }
        };
    }

    /** In turn from a query, and from the extents of another table. */
    private Work replacer() {
        LoadClient client = new LoadClient(uri);
        return () -> {
            long version = replaces.incrementAndGet();
            String rows = "range n from 1 to " + REPLACED_ROWS + " step 1 | extend version = tolong(" + version + ")";
            if (version % 2 == 0) {
                client.rows(".set-or-replace R <| " + rows);
            } else {
                client.rows(".append P <| " + rows);
                client.rows(".replace extents in table R <| {.show table R extents}, {.show table P extents}");
            }
        };
    }

    private Work reader() {
        LoadClient client = new LoadClient(uri);
        AtomicLong last = new AtomicLong();
        return () -> {
            long rows = client.number(TOTAL);
            if (rows < last.getAndSet(rows)) {
                throw new IllegalStateException("a reader saw fewer rows than before: " + rows);
            }
            reads.incrementAndGet();
        };
    }

    private Work versionReader() {
        LoadClient client = new LoadClient(uri);
        return () -> {
            Object row = client.rows(VERSIONS).get(0);
            if (!row.equals(List.of((long) REPLACED_ROWS, 1L))) {
                throw new IllegalStateException("a reader saw half of a replace: " + row);
            }
            reads.incrementAndGet();
        };
    }

    private Work largeReader() {
        LoadClient client = new LoadClient(uri);
        return () -> {
            List<?> rows =
                    client.rows("range n from 1 to 100000 step 1 | join kind=leftouter R on n | project n, version");
            require("a large answer", rows.size(), 100_000);
            reads.incrementAndGet();
        };
    }
}
