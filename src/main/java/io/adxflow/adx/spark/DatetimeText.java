package io.adxflow.adx.spark;

import java.time.LocalDate;

/** Datetimes as ADX reads them, in UTC, from the numbers in which Spark keeps them. */
final class DatetimeText {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private DatetimeText() {}

    /** Whether ADX has this datetime: it knows the years 1 to 9999. */
    static boolean canHold(long micros) {
        return hasDay(Math.floorDiv(Math.floorDiv(micros, MICROS_PER_SECOND), SECONDS_PER_DAY));
    }

    /**
     * {@code 2024-01-02T03:04:05.123456Z}. Digits are put one by one, as this runs once per value of a write.
     *
     * @throws IllegalArgumentException outside the years 1 to 9999
     */
    static String ofMicros(long micros) {
        long second = Math.floorDiv(micros, MICROS_PER_SECOND);
        int clock = (int) Math.floorMod(second, (long) SECONDS_PER_DAY);
        StringBuilder text = new StringBuilder(27);
        day(text, Math.floorDiv(second, SECONDS_PER_DAY));
        text.append('T');
        digits(text, clock / 3600, 10);
        digits(text.append(':'), clock % 3600 / 60, 10);
        digits(text.append(':'), clock % 60, 10);
        digits(text.append('.'), (int) Math.floorMod(micros, MICROS_PER_SECOND), 100_000);
        return text.append('Z').toString();
    }

    /** @throws IllegalArgumentException outside the years 1 to 9999 */
    static String ofDay(int epochDay) {
        StringBuilder text = new StringBuilder(10);
        day(text, epochDay);
        return text.toString();
    }

    private static void day(StringBuilder text, long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        if (!hasDay(epochDay)) {
            throw new IllegalArgumentException("a datetime is of the years 1 to 9999, found " + date);
        }
        digits(text, date.getYear(), 1000);
        digits(text.append('-'), date.getMonthValue(), 10);
        digits(text.append('-'), date.getDayOfMonth(), 10);
    }

    private static boolean hasDay(long epochDay) {
        return epochDay >= FIRST_DAY && epochDay <= LAST_DAY;
    }

    private static void digits(StringBuilder text, int number, int highest) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
    }
}
