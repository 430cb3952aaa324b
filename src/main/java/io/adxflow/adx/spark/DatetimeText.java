package io.adxflow.adx.spark;

import java.time.Instant;
import java.time.LocalDate;

/** Datetimes as ADX reads them, in UTC, from the numbers in which Spark keeps them. */
final class DatetimeText {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long FIRST_SECOND =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final long SECONDS_PER_DAY = 86_400;

    private DatetimeText() {}

    /** @throws IllegalArgumentException before the year 1 or after the year 9999 */
    static String ofMicros(long micros) {
        long second = Math.floorDiv(micros, MICROS_PER_SECOND);
        String clock = checked(second).toString().replace("Z", "");
        return clock + String.format(".%06dZ", Math.floorMod(micros, MICROS_PER_SECOND));
    }

    /** @throws IllegalArgumentException before the year 1 or after the year 9999 */
    static String ofDay(int epochDay) {
        checked(epochDay * SECONDS_PER_DAY);
        return LocalDate.ofEpochDay(epochDay).toString();
    }

    private static Instant checked(long second) {
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            throw new IllegalArgumentException(
                    "a datetime is of the years 1 to 9999, found " + Instant.ofEpochSecond(second));
        }
        return Instant.ofEpochSecond(second);
    }
}
