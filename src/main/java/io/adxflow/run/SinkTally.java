package io.adxflow.run;

import io.adxflow.job.model.Sink;
import io.adxflow.job.model.WriteMode;
import io.adxflow.run.model.AdxWrite;
import io.adxflow.run.model.Outcome;
import io.adxflow.run.model.SinkResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What is known about one sink while the run goes on. */
final class SinkTally {
    private final String name;
    private final String from;
    private final String kind;
    private final String mode;
    private long rows;
    private Outcome outcome = Outcome.NOT_COMMITTED;
    private String commitId = "";
    private Duration duration = Duration.ZERO;

    private SinkTally(String name, String from, String kind, String mode) {
        this.name = name;
        this.from = from;
        this.kind = kind;
        this.mode = mode;
    }

    static SinkTally of(AdxWrite write) {
        String from = write.from().value();
        return new SinkTally(
                write.name().value(),
                write.quarantine().isPresent() ? from + " (quarantine)" : from,
                "adx",
                word(write.mode()));
    }

    static SinkTally of(Sink sink) {
        String kind = sink instanceof Sink.File ? "file" : "spark";
        return new SinkTally(
                sink.name().value(), sink.from().value(), kind, word(sink.mode().value()));
    }

    static String word(WriteMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void wrote(long count) {
        rows = count;
    }

    void spent(Instant from, Instant to) {
        duration = duration.plus(Duration.between(from, to));
    }

    void ended(Outcome how, String id) {
        outcome = how;
        commitId = id;
    }

    SinkResult result() {
        return new SinkResult(name, from, kind, mode, rows, outcome, commitId, duration);
    }
}
