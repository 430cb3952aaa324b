package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the emulator again and again while clients write over HTTP, and counts what is there afterwards. */
@Tag("slow")
class KilledEmulatorTest {
    private static final int ROUNDS = 3;
    private static final int CLIENTS = 4;
    private static final int WRITES_BEFORE_THE_END = 25;

    @TempDir
    Path directory;

    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong next = new AtomicLong();

    @Test
    void whatWasAcknowledgedIsThereOnceAfterEveryKill() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            writeUntilKilled();
        }
        try (Emulator emulator = Emulator.start(directory)) {
            LoadClient client = new LoadClient(emulator.uri());
            List<Long> stored = new ArrayList<>();
            for (Object row : client.rows("T | project n")) {
                stored.add(((Number) ((List<?>) row).get(0)).longValue());
            }
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * WRITES_BEFORE_THE_END);
            assertThat(stored).doesNotHaveDuplicates();
            assertThat(new HashSet<>(stored)).containsAll(acknowledged);
            assertThat(client.number("U | count"))
                    .as("an update is whole or not at all")
                    .isEqualTo(1);
        }
    }

    /** A batch of six is open while the emulator is killed, and closed by the sixth after its next start, on another port. */
    @Test
    void whatWasQueuedIsIngestedAfterAKill() throws Exception {
        Process killed = start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
            URI uri = URI.create(said.readLine());
            LoadClient client = new LoadClient(uri);
            client.rows(".create table Q (n:long)");
            client.rows(".alter table Q policy ingestionbatching"
                    + " '{\"MaximumBatchingTimeSpan\":\"01:00:00\",\"MaximumNumberOfItems\":6}'");
            for (int i = 1; i <= 5; i++) {
                queue(uri, i);
            }
            assertThat(client.number("Q | count")).isZero();
        }
        killed.toHandle().destroyForcibly();
        assertThat(killed.waitFor()).isEqualTo(128 + 9);
        try (Emulator emulator = Emulator.start(directory)) {
            LoadClient client = new LoadClient(emulator.uri());
            queue(emulator.uri(), 6);
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (client.number("Q | count") < 6) {
                assertThat(System.nanoTime()).as("the queued rows came").isLessThan(deadline);
            }
            assertThat(client.number("Q | summarize sum(n)")).isEqualTo(21);
        }
    }

    private static void queue(URI uri, int number) throws IOException, InterruptedException {
        QueuedClient client = QueuedClient.of(uri);
        client.ingest("NetDefaultDB", "Q", number + "\n");
    }

    private void writeUntilKilled() throws Exception {
        Process emulator = start();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(emulator.getInputStream(), StandardCharsets.UTF_8))) {
            URI uri = URI.create(said.readLine());
            LoadClient client = new LoadClient(uri);
            client.rows(".create table T (n:long)");
            client.rows(".set-or-replace U <| print n = 1");
            CountDownLatch enough = new CountDownLatch(WRITES_BEFORE_THE_END);
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                boolean updates = i == 0;
                writers.add(threads.submit(() -> write(new LoadClient(uri), updates, enough)));
            }
            enough.await();
            emulator.toHandle().destroyForcibly();
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(emulator.waitFor()).as("the emulator ended by SIGKILL").isEqualTo(128 + 9);
    }

    /** Until the connection breaks. */
    private void write(LoadClient client, boolean updates, CountDownLatch enough) {
        try {
            while (true) {
                long number = next.incrementAndGet();
                client.rows(".ingest inline into table T <| " + number);
                acknowledged.add(number);
                enough.countDown();
                if (updates) {
                    client.rows(".update table U delete D append A <| let D = U; let A = print n = " + number);
                }
            }
        } catch (IOException broken) {
            assertThat(enough.getCount())
                    .as("the emulator was killed, and did not fail")
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmulatorProcess.class.getName(),
                        directory.toString())
                .redirectError(Redirect.INHERIT)
                .start();
    }
}
