package io.adxflow.emulator.duckdb;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Stops statements that run longer than they may. */
final class StopWatch implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "adx-time-limits");
        thread.setDaemon(true);
        return thread;
    });

    StopWatch() {
        timer.setRemoveOnCancelPolicy(true);
    }

    Future<?> after(Duration limit, Runnable stop) {
        return timer.schedule(stop, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
