package io.adxflow.adx.spark;

import io.adxflow.adx.client.TimespanText;
import java.time.Duration;

/** The day-time intervals of Spark, in microseconds, as timespans of ADX, in ticks of 100 nanoseconds, and back. */
final class IntervalMicros {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;
    /** {@code 10675199.02:48:05.4775807}. */
    private static final Duration LONGEST = Duration.ofSeconds(922_337_203_685L, 477_580_700);

    private IntervalMicros() {}

    /** @throws IllegalArgumentException if a timespan is not so long */
    static String text(long micros) {
        return TimespanText.of(checked(duration(micros)));
    }

    /** The seventh digit of the second is cut off, towards the past as that of a datetime. */
    static long of(Duration span) {
        return Math.addExact(
                Math.multiplyExact(span.getSeconds(), MICROS_PER_SECOND), span.getNano() / NANOS_PER_MICRO);
    }

    static Duration duration(long micros) {
        return Duration.ofSeconds(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
    }

    /** Whether a timespan can be so long. */
    static boolean isTimespan(Duration span) {
        return span.abs().compareTo(LONGEST) <= 0;
    }

    /** @throws IllegalArgumentException if a timespan is not so long */
    static Duration checked(Duration span) {
        if (!isTimespan(span)) {
            throw new IllegalArgumentException(
                    "a timespan is at most " + TimespanText.of(LONGEST) + ", found " + TimespanText.of(span));
        }
        return span;
    }
}
