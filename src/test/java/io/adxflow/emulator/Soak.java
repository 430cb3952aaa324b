package io.adxflow.emulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sixteen clients that read, write and move for some time: {@code Soak DIRECTORY SECONDS}. Rows are moved from one table to
 * another all the while, so the sum of both must never shrink and must be exact at the end. Prints a line each ten seconds.
 */
final class Soak {
    private static final int CLIENTS = 16;
    private static final int READERS = 6;
    private static final String TOTAL = "union S, T | count";

    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final Instant end;

    private Soak(Instant end) {
        this.end = end;
    }

    public static void main(String[] arguments) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(Long.parseLong(arguments[1])));
        try (Emulator emulator = Emulator.start(Path.of(arguments[0]))) {
            new Soak(end).run(emulator);
        }
    }

    private void run(Emulator emulator) throws Exception {
        LoadClient client = new LoadClient(emulator.uri());
        client.rows(".create tables S (n:long), T (n:long)");
        long before = client.number(TOTAL);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            LoadClient own = new LoadClient(emulator.uri());
            boolean isMover = i == 0;
            boolean isReader = i > 0 && i <= READERS;
            running.add(threads.submit(() -> {
                if (isMover) {
                    move(own);
                } else if (isReader) {
                    read(own);
                } else {
                    write(own);
                }
                return null;
            }));
        }
        report();
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();
        long rows = client.number(TOTAL) - before;
        System.out.println(rows == acknowledged.get() ? "no row was lost" : "LOST: " + (acknowledged.get() - rows));
    }

    private void write(LoadClient client) throws Exception {
        while (Instant.now().isBefore(end)) {
            client.rows(".ingest inline into table S <|\n1\n2\n3");
            acknowledged.addAndGet(3);
        }
    }

    /** An extent that another command merged meanwhile fails the move, which is then tried again. */
    private void move(LoadClient client) throws Exception {
        while (Instant.now().isBefore(end)) {
            try {
                client.rows(".move extents all from table S to table T");
            } catch (IllegalStateException e) {
                if (!e.getMessage().contains("of kind 'Extent' was not found")) {
                    throw e;
                }
            }
        }
    }

    private void read(LoadClient client) throws Exception {
        long last = 0;
        while (Instant.now().isBefore(end)) {
            long rows = client.number(TOTAL);
            if (rows < last) {
                throw new IllegalStateException("a reader saw " + rows + " rows after " + last);
            }
            last = rows;
            reads.incrementAndGet();
        }
    }

    private void report() throws InterruptedException {
        Runtime memory = Runtime.getRuntime();
        while (Instant.now().isBefore(end)) {
            Thread.sleep(Math.min(
                    10_000, Math.max(0, Duration.between(Instant.now(), end).toMillis())));
            System.gc();
            System.out.printf(
                    "%,d rows written, %,d reads, heap %d MiB%n",
                    acknowledged.get(), reads.get(), (memory.totalMemory() - memory.freeMemory()) >> 20);
        }
    }
}
