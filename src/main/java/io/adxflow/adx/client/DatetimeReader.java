package io.adxflow.adx.client;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Reads datetimes as answers write them: {@code 2020-03-04T14:05:01.3109965Z}, with a fraction of up to nine digits or
 * none. It remembers days, as there are fewer of them than datetimes. Serves one thread.
 */
final class DatetimeReader {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int DAY = 10;
    private static final int SHORTEST = 20;
    private static final int FRACTION_DIGITS = 9;

    private static final int REMEMBERED = 512;

    private final byte[] days = new byte[REMEMBERED * DAY];
    private final long[] secondsOfDays = new long[REMEMBERED];
    private long epochSecond;
    private int nanos;

    /** The seconds since 1970 of what was read last. */
    long epochSecond() {
        return epochSecond;
    }

    int nanos() {
        return nanos;
    }

    /** @throws IllegalArgumentException if the text is none */
    void read(byte[] text, int start, int behind) {
        int length = behind - start;
        int end = behind - 1;
        if (length < SHORTEST || text[start + DAY] != 'T' || text[end] != 'Z') {
            throw not(text, start, length);
        }
        int slot = slot(text, start);
        if (!Arrays.equals(days, slot * DAY, slot * DAY + DAY, text, start, start + DAY)) {
            remember(slot, text, start, length);
        }
        long clock =
                digits(text, start + 11, 2) * 3600L + digits(text, start + 14, 2) * 60L + digits(text, start + 17, 2);
        epochSecond = secondsOfDays[slot] + clock;
        nanos = length == SHORTEST ? 0 : fraction(text, start + SHORTEST, end);
    }

    /** One for each day of a year. */
    private static int slot(byte[] text, int start) {
        int month = text[start + 5] * 10 + text[start + 6];
        int day = text[start + 8] * 10 + text[start + 9];
        return month * 31 + day & REMEMBERED - 1;
    }

    private void remember(int slot, byte[] text, int start, int length) {
        if (text[start + 4] != '-') {
            throw not(text, start, length);
        }
        LocalDate date = LocalDate.of(digits(text, start, 4), digits(text, start + 5, 2), digits(text, start + 8, 2));
        secondsOfDays[slot] = date.toEpochDay() * SECONDS_PER_DAY;
        System.arraycopy(text, start, days, slot * DAY, DAY);
    }

    private static int fraction(byte[] text, int from, int end) {
        int count = end - from;
        if (text[from - 1] != '.' || count < 1 || count > FRACTION_DIGITS) {
            throw new IllegalArgumentException("not a fraction of a second: '" + shown(text, from, count) + "'");
        }
        int value = digits(text, from, count);
        for (int i = count; i < FRACTION_DIGITS; i++) {
            value *= 10;
        }
        return value;
    }

    private static int digits(byte[] text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("not a number: '" + shown(text, from, count) + "'");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static IllegalArgumentException not(byte[] text, int start, int length) {
        return new IllegalArgumentException("not a datetime: '" + shown(text, start, length) + "'");
    }

    private static String shown(byte[] text, int from, int length) {
        return new String(text, from, Math.max(0, length), StandardCharsets.UTF_8);
    }
}
