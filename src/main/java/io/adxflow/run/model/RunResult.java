package io.adxflow.run.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param runId 32 hexadecimal digits, made for this run
 * @param time wall-clock time by phase
 */
public record RunResult(
        RunPlan plan,
        String runId,
        Instant startedAt,
        Duration duration,
        List<SourceResult> sources,
        List<StepResult> steps,
        List<CheckResult> checks,
        List<SinkResult> sinks,
        Map<RunPhase, Duration> time,
        Optional<RunFailure> failure) {
    public RunResult {
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
        sinks = List.copyOf(sinks);
        time = Map.copyOf(time);
    }

    /** Whether every sink holds the rows of this run. */
    public boolean succeeded() {
        return failure.isEmpty() && checks.stream().noneMatch(CheckResult::failsTheRun);
    }
}
