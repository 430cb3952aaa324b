package io.adxflow.adx.client;

import io.adxflow.base.diagnostic.RemoteException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * When to send a query again. Each wait is a random part of a bound that doubles, and at least as long as the service
 * asks for; after the last attempt the failure stands.
 *
 * @param attempts how often a query is sent at most
 * @param first bound of the first wait
 * @param longest bound of every wait, also of one that the service asks for
 * @param pause how to wait
 * @param random numbers in {@code [0, 1)}
 */
record Retries(int attempts, Duration first, Duration longest, Pause pause, DoubleSupplier random) {

    /** Waits; a test remembers. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    static Retries standard() {
        return new Retries(
                6,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                time -> Thread.sleep(time.toMillis()),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** One attempt. */
    static Retries none() {
        return new Retries(1, Duration.ZERO, Duration.ZERO, time -> {}, () -> 0);
    }

    /** How long to wait after the given attempt, counted from one. */
    Duration waitAfter(int attempt, Optional<Duration> asked) {
        long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt - 1, 20));
        Duration own = Duration.ofMillis(bound / 2 + (long) (random.getAsDouble() * bound / 2));
        Duration wanted = asked.filter(time -> time.compareTo(own) > 0).orElse(own);
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }

    /** Waits, unless the thread is asked to end: then the failure stands. */
    void waitOr(RemoteException failure, Duration time) {
        try {
            pause.of(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
