package io.adxflow.run.model;

import java.time.Duration;

/**
 * A sink after the run.
 *
 * @param kind {@code adx}, {@code file} or {@code spark}
 * @param mode the write mode of the job
 * @param rows rows that the sink received
 * @param commitId the name of the commit, empty for a sink that has none; in ADX the tag {@code adxflow:<commit id>}
 * @param duration from the first row staged to the answer of the commit
 */
public record SinkResult(
        String name,
        String from,
        String kind,
        String mode,
        long rows,
        Outcome outcome,
        String commitId,
        Duration duration) {}
