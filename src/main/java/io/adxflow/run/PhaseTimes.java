package io.adxflow.run;

import io.adxflow.run.model.RunListener;
import io.adxflow.run.model.RunPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Measures how long a run is in each phase, and tells the listener where it is. */
final class PhaseTimes {
    private final Clock clock;
    private final RunListener listener;
    private final Map<RunPhase, Duration> times = new EnumMap<>(RunPhase.class);
    private RunPhase phase = RunPhase.PLAN;
    private Instant since;

    PhaseTimes(Clock clock, RunListener listener) {
        this.clock = clock;
        this.listener = listener;
        this.since = clock.instant();
    }

    void enter(RunPhase next, String subject) {
        stop();
        phase = next;
        listener.started(next, subject);
    }

    void stop() {
        Instant now = clock.instant();
        times.merge(phase, Duration.between(since, now), Duration::plus);
        since = now;
    }

    Map<RunPhase, Duration> times() {
        return Map.copyOf(times);
    }
}
