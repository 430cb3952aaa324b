package io.adxflow.adx.client;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** One sending of a request, under a client request id of its own. */
final class Attempt {
    private final String request;
    private final int number;
    private Optional<Duration> serviceWait = Optional.empty();

    private Attempt(String request, int number) {
        this.request = request;
        this.number = number;
    }

    static Attempt first(AdxOptions options) {
        return new Attempt(options.requestId().isEmpty() ? "adxflow;" + UUID.randomUUID() : options.requestId(), 1);
    }

    Attempt next() {
        return new Attempt(request, number + 1);
    }

    /** Counted from one. */
    int number() {
        return number;
    }

    String requestId() {
        return number == 1 ? request : request + ";" + number;
    }

    void serviceAsksFor(Duration wait) {
        serviceWait = Optional.of(wait);
    }

    Optional<Duration> serviceWait() {
        return serviceWait;
    }
}
