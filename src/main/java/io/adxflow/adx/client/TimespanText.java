package io.adxflow.adx.client;

import java.time.Duration;

/** A timespan as ADX writes it: {@code [-][d.]hh:mm:ss[.fffffff]}. */
public final class TimespanText {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int NANOS_PER_TICK = 100;

    private TimespanText() {}

    public static String of(Duration span) {
        Duration positive = span.abs();
        long seconds = positive.getSeconds();
        long days = seconds / SECONDS_PER_DAY;
        int ticks = positive.getNano() / NANOS_PER_TICK;
        return (span.isNegative() ? "-" : "")
                + (days == 0 ? "" : days + ".")
                + String.format("%02d:%02d:%02d", seconds % SECONDS_PER_DAY / 3600, seconds % 3600 / 60, seconds % 60)
                + (ticks == 0 ? "" : String.format(".%07d", ticks));
    }

    /** @throws IllegalArgumentException if the text is not a timespan */
    public static Duration parse(String text) {
        return WireValue.timespan(text);
    }
}
