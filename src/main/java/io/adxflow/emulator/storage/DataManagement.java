package io.adxflow.emulator.storage;

import io.adxflow.base.http.HttpException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data management role: ingests what clients announce in the queue, says in the status table how it went, and drops the
 * blobs. As in the service, an announced blob is ingested at least once: a message that was not dealt with is found again
 * after a restart. Tables without a batching policy do not wait, unlike the service, which waits five minutes.
 */
final class DataManagement implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataManagement.class);
    private static final int THREADS = 2;
    private static final long GOODBYE_SECONDS = 10;

    private final MessageFiles messages;
    private final Reports reports;
    private final BlobFiles uploads;
    private final BlobLocator locator;
    private final Ingestor ingestor;
    private final ScheduledThreadPoolExecutor workers = new ScheduledThreadPoolExecutor(THREADS, task -> {
        Thread thread = new Thread(task, "adx-data-management");
        thread.setDaemon(true);
        return thread;
    });

    DataManagement(MessageFiles messages, Reports reports, BlobFiles uploads, BlobLocator locator, Ingestor ingestor) {
        this.messages = messages;
        this.reports = reports;
        this.uploads = uploads;
        this.locator = locator;
        this.ingestor = ingestor;
        workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
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

    /** @throws HttpException with status 400 when the text is not an ingestion message */
    void accept(String text) throws IOException {
        IngestionMessage message = IngestionMessage.read(text);
        schedule(message, messages.add(text));
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
        long wait = message.isUrgent() ? 0 : ingestor.patience(message).toMillis();
        try {
            workers.schedule(() -> ingest(message, file), wait, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.info("the emulator is stopping; blob {} is ingested after the next start", message.id());
        }
    }

    private void ingest(IngestionMessage message, Path file) {
        try {
            Ingestor.Outcome outcome = ingestor.ingest(message);
            if (!outcome.isSuccess()) {
                LOG.warn(
                        "the blob for {}.{} was not ingested: {}: {}",
                        message.database(),
                        message.table(),
                        outcome.errorCode(),
                        outcome.details());
            }
            reports.tell(message, outcome);
            Files.deleteIfExists(file);
            dropUpload(message);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.error("blob {} is taken up again after the next start", message.id(), e);
        }
    }

    private void dropUpload(IngestionMessage message) throws IOException {
        if (locator.container(message.blob()).filter(Containers.TEMP::equals).isPresent()) {
            uploads.delete(locator.name(message.blob()));
        }
    }
}
