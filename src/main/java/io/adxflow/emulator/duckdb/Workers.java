package io.adxflow.emulator.duckdb;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that plan and start statements, so that nobody has to wait for one whose time is over. */
final class Workers implements AutoCloseable {
    /** A plan is as deep as the query; only what is used of a stack takes memory. */
    private static final long STACK_BYTES = 64L << 20;

    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(null, task, "adx-statement-" + started.incrementAndGet(), STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    void run(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
