package io.adxflow.emulator.protocol;

/** Ticks of 100 ns as the texts that Kusto sends. */
public final class WireTime {
    private static final long TICKS_PER_SECOND = 10_000_000;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long DAYS_PER_ERA = 146_097;

    private WireTime() {}

    /** UTC, {@code 2020-03-04T14:05:01.3109965Z}; without a fraction when it is zero. Ticks count from 0001-01-01. */
    public static String datetime(long ticks) {
        long seconds = Math.floorDiv(ticks, TICKS_PER_SECOND);
        StringBuilder text = new StringBuilder(28);
        appendDate(text, Math.floorDiv(seconds, SECONDS_PER_DAY));
        text.append('T');
        appendTime(text, Math.floorMod(seconds, SECONDS_PER_DAY));
        appendFraction(text, Math.floorMod(ticks, TICKS_PER_SECOND));
        return text.append('Z').toString();
    }

    /** {@code [-][d.]hh:mm:ss[.fffffff]}. */
    public static String timespan(long ticks) {
        StringBuilder text = new StringBuilder(28);
        if (ticks < 0) {
            text.append('-');
        }
        long seconds = Math.abs(ticks / TICKS_PER_SECOND);
        if (seconds >= SECONDS_PER_DAY) {
            text.append(seconds / SECONDS_PER_DAY).append('.');
        }
        appendTime(text, seconds % SECONDS_PER_DAY);
        appendFraction(text, Math.abs(ticks % TICKS_PER_SECOND));
        return text.toString();
    }

    /** Days since 0001-01-01 to year, month, day of the proleptic Gregorian calendar, with years that begin in March. */
    private static void appendDate(StringBuilder text, long days) {
        long sinceMarch = days + 306;
        long era = Math.floorDiv(sinceMarch, DAYS_PER_ERA);
        long dayOfEra = Math.floorMod(sinceMarch, DAYS_PER_ERA);
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shifted = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * shifted + 2) / 5 + 1;
        long month = shifted < 10 ? shifted + 3 : shifted - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        appendPadded(text, year, 4);
        appendPadded(text.append('-'), month, 2);
        appendPadded(text.append('-'), day, 2);
    }

    private static void appendTime(StringBuilder text, long secondOfDay) {
        appendPadded(text, secondOfDay / 3600, 2);
        appendPadded(text.append(':'), secondOfDay / 60 % 60, 2);
        appendPadded(text.append(':'), secondOfDay % 60, 2);
    }

    private static void appendFraction(StringBuilder text, long ticks) {
        if (ticks > 0) {
            appendPadded(text.append('.'), ticks, 7);
        }
    }

    private static void appendPadded(StringBuilder text, long number, int width) {
        String digits = Long.toString(number);
        for (int i = digits.length(); i < width; i++) {
            text.append('0');
        }
        text.append(digits);
    }
}
