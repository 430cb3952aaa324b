package io.adxflow.run;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.Sink;
import io.adxflow.run.model.Outcome;
import io.adxflow.run.model.RunPhase;
import io.adxflow.run.model.SinkResult;
import io.adxflow.run.spark.OtherSinks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A sink that is not a table of ADX. */
final class OtherTask implements SinkTask {
    private final Sink sink;
    private final OtherSinks sinks;
    private final PhaseTimes times;
    private final Clock clock;
    private final SinkTally tally;

    OtherTask(Sink sink, OtherSinks sinks, PhaseTimes times, Clock clock) {
        this.sink = sink;
        this.sinks = sinks;
        this.times = times;
        this.clock = clock;
        this.tally = SinkTally.of(sink);
    }

    @Override
    public List<Diagnostic> problems() {
        return List.of();
    }

    @Override
    public void stage() {
        times.enter(RunPhase.STAGE, sink.name().value());
        Instant from = clock.instant();
        sinks.stage(sink);
        tally.spent(from, clock.instant());
    }

    @Override
    public void commit() {
        times.enter(RunPhase.COMMIT, sink.name().value());
        Instant from = clock.instant();
        sinks.publish(sink);
        tally.spent(from, clock.instant());
        sinks.rowsOf(sink).ifPresent(tally::wrote);
        tally.ended(Outcome.COMMITTED, "");
    }

    @Override
    public SinkResult result() {
        return tally.result();
    }
}
