package io.adxflow.kql.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Datetimes as ticks of 100 ns since 0001-01-01, timespans as ticks. */
public final class Ticks {
    public static final long MICROSECOND = 10;
    public static final long MILLISECOND = 10_000;
    public static final long SECOND = 10_000_000;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;
    /** 1970-01-01. */
    public static final long UNIX_EPOCH = 719_162 * DAY;
    /** The last tick of 9999-12-31. */
    public static final long LATEST = 3_155_378_975_999_999_999L;

    private static final long FIRST_EPOCH_DAY = LocalDate.of(1, 1, 1).toEpochDay();

    private Ticks() {}

    public static long of(LocalDate date) {
        return (date.toEpochDay() - FIRST_EPOCH_DAY) * DAY;
    }

    public static long of(LocalDateTime time) {
        return of(time.toLocalDate()) + time.toLocalTime().toNanoOfDay() / 100;
    }

    public static LocalDate date(long ticks) {
        return LocalDate.ofEpochDay(Math.floorDiv(ticks, DAY) + FIRST_EPOCH_DAY);
    }

    public static LocalDateTime time(long ticks) {
        return LocalDateTime.of(date(ticks), LocalTime.ofNanoOfDay(Math.floorMod(ticks, DAY) * 100));
    }

    /** Whether a datetime with these ticks exists. */
    public static boolean isDatetime(long ticks) {
        return ticks >= 0 && ticks <= LATEST;
    }

    /** The ticks, or null outside of the years 1 to 9999. */
    public static Long datetimeOrNull(long ticks) {
        return isDatetime(ticks) ? (Long) ticks : null;
    }
}
