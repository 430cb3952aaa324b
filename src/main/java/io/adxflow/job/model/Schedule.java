package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When Databricks runs a job by itself.
 *
 * @param isPaused whether the schedule is there and does not fire
 */
public record Schedule(Cron cron, ZoneId zone, boolean isPaused, Span span) {
    /** The next times, the nearest first; fewer than asked for when the schedule ends before. */
    public List<ZonedDateTime> next(Instant after, int times) {
        return Stream.iterate(cron.next(after.atZone(zone)).orElse(null), Objects::nonNull, time -> cron.next(time)
                        .orElse(null))
                .limit(times)
                .toList();
    }
}
