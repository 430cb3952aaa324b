package io.adxflow.emulator.storage;

import io.adxflow.base.http.HttpException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data management role: ingests what clients announce in the queue, says in the status table how it went, and drops the
 * blobs. As in the service, an announced blob is ingested at least once: a message that was not dealt with is found again
 * after a restart. Tables without a batching policy do not wait, unlike the service, which waits five minutes; but what comes while
 * others are ingested is ingested together after them.
 */
final class DataManagement implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataManagement.class);
    private static final int THREADS = 2;
    private static final long GOODBYE_SECONDS = 10;

    private final MessageFiles messages;
    private final TrackedIngestions tracked;
    private final Reports reports;
    private final Uploads uploads;
    private final Ingestor ingestor;
    private final OpenBatches open = new OpenBatches();
    private final ScheduledThreadPoolExecutor workers = new ScheduledThreadPoolExecutor(THREADS, task -> {
        Thread thread = new Thread(task, "adx-data-management");
        thread.setDaemon(true);
        return thread;
    });

    DataManagement(
            MessageFiles messages, TrackedIngestions tracked, Reports reports, Uploads uploads, Ingestor ingestor) {
        this.messages = messages;
        this.tracked = tracked;
        this.reports = reports;
        this.uploads = uploads;
        this.ingestor = ingestor;
        workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Drops the operations that nobody has changed since. */
    void dropOlderThan(Instant time) throws IOException {
        tracked.dropOlderThan(time);
    }

    /** Takes up the messages that an earlier process left. */
    void resume() throws IOException {
        for (Path file : messages.all()) {
            try {
                schedule(IngestionMessage.read(Files.readString(file)), file);
            } catch (HttpException e) {
                LOG.error("the message {} of an earlier process cannot be read and stays where it is", file, e);
            }
        }
    }

    /** What drops a blob that was uploaded to be ingested, and leaves all others alone. */
    @FunctionalInterface
    interface Uploads {
        void drop(String address) throws IOException;
    }

    /**
     * Keeps a message and has it dealt with; what came under the same name and still waits is the same message.
     *
     * @throws HttpException with status 400 when the text is not an ingestion message
     */
    void accept(String name, String text) throws IOException {
        IngestionMessage message = IngestionMessage.read(text);
        messages.add(name, text).ifPresent(file -> schedule(message, file));
    }

    /** Keeps the blobs of a request and has them dealt with; answers what tracks them, if the request asks for it. */
    Optional<UUID> accept(QueuedIngestion request) throws IOException {
        Optional<UUID> operation = request.isTracked() ? Optional.of(tracked.begin(request)) : Optional.empty();
        for (String message : IngestionMessage.of(request, operation)) {
            accept(UUID.randomUUID().toString(), message);
        }
        return operation;
    }

    @Override
    public void close() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void schedule(IngestionMessage message, Path file) {
        Batch.Member member = new Batch.Member(message, file);
        BatchingPolicy policy = ingestor.batching(message);
        if (message.isAlone() || message.rawBytes().isEmpty() && !policy.time().isZero()) {
            later(Duration.ZERO, () -> ingest(new Batch(List.of(member))));
            return;
        }
        OpenBatches.Waiting waiting = open.add(member);
        if (open.isFull(waiting, policy)) {
            open.close(waiting).ifPresent(batch -> later(Duration.ZERO, () -> ingest(batch)));
        } else if (message.isUrgent()) {
            later(Duration.ZERO, () -> open.close(waiting).ifPresent(this::ingest));
        } else if (open.isNew(waiting)) {
            later(policy.time(), () -> open.close(waiting).ifPresent(this::ingest));
        }
    }

    private void later(Duration wait, Runnable task) {
        try {
            workers.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.info("the emulator is stopping; what was announced is ingested after the next start");
        }
    }

    private void ingest(Batch batch) {
        try {
            List<Ingestor.Outcome> outcomes = ingestor.ingest(batch.messages());
            for (int i = 0; i < outcomes.size(); i++) {
                end(batch.members().get(i), outcomes.get(i));
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.error(
                    "blobs for {} are taken up again after the next start",
                    Batch.Kind.of(batch.messages().get(0)),
                    e);
        }
    }

    private void end(Batch.Member member, Ingestor.Outcome outcome) throws IOException {
        IngestionMessage message = member.message();
        if (!outcome.isSuccess()) {
            LOG.warn(
                    "the blob for {}.{} was not ingested: {}: {}",
                    message.database(),
                    message.table(),
                    outcome.errorCode(),
                    outcome.details());
        }
        reports.tell(message, outcome);
        Files.deleteIfExists(member.file());
        uploads.drop(message.blob());
    }
}
