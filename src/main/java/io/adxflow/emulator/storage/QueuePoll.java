package io.adxflow.emulator.storage;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.HttpException;
import io.adxflow.emulator.account.StorageAccount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages out of an account's queue as they come, and keeps them before it deletes them there. What is no ingestion message
 * goes to the queue of poison messages. Asks rarely while nothing comes.
 */
final class QueuePoll implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueuePoll.class);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final StorageAccount account;
    private final DataManagement management;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "adx-queue-poll");
        thread.setDaemon(true);
        return thread;
    });

    private Duration pause = SHORTEST;
    private boolean isReachable = true;

    QueuePoll(StorageAccount account, DataManagement management) {
        this.account = account;
        this.management = management;
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void begin() {
        timer.execute(this::poll);
    }

    private void poll() {
        boolean hasMessages = receive();
        pause = hasMessages ? SHORTEST : pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        if (!timer.isShutdown()) {
            timer.schedule(this::poll, hasMessages ? 0 : pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean receive() {
        try {
            List<StorageAccount.Message> messages = account.receive();
            for (StorageAccount.Message message : messages) {
                take(message);
            }
            isReachable = true;
            return !messages.isEmpty();
        } catch (RemoteException | HttpException | IOException e) {
            if (isReachable) {
                LOG.error("the queue of the storage account is asked again and again until it answers", e);
            }
            isReachable = false;
            return false;
        }
    }

    private void take(StorageAccount.Message message) throws IOException {
        try {
            management.accept(fileName(message.id()), MessageText.decoded(message.text()));
            account.delete(message);
        } catch (HttpException e) {
            LOG.error("message {} is put aside as poison: {}", message.id(), e.getMessage());
            account.reject(message);
        }
    }

    private static String fileName(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
