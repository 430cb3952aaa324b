package io.adxflow.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and SIGTERM while something runs: asks it to stop, and keeps the process alive until it has cleaned up. Where the
 * process is not ours to end this listens all the same, for a cluster sends SIGTERM too.
 */
final class StopSignal {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    StopSignal(Runnable stop, Terminal terminal) {
        this.hook = new Thread(() -> stop(stop, terminal), "adxflow-stop");
    }

    /** Does something that the signal stops. */
    <T> T during(Supplier<T> work) {
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            ended.countDown();
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            LOG.debug("the process is stopping, and the hook with it", stopping);
        }
    }

    private void stop(Runnable stop, Terminal terminal) {
        terminal.say("stopping: what is not committed yet is dropped");
        stop.run();
        try {
            boolean clean = ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            terminal.say(clean ? "stopped" : "stopped without cleaning up; the next run of the job does that");
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
    }
}
