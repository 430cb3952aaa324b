package io.adxflow.emulator.ingest;

import java.time.LocalDate;
import java.time.YearMonth;

/** The fast path for {@code yyyy-MM-dd[(T| )HH:mm:ss[.f{1,7}][Z]]}, the form that nearly all data has. */
final class IsoDatetime {
    private static final long TICKS_PER_DAY = 864_000_000_000L;
    private static final long DAYS_TO_EPOCH = 719_162;
    private static final int DATE = 10;
    private static final int SECONDS = 19;
    private static final int TICK_DIGITS = 7;

    private IsoDatetime() {}

    /** Ticks, or a negative number when the text has another form. */
    static long ticks(char[] text, int start, int end) {
        int length = end - start;
        if (length < DATE || text[start + 4] != '-' || text[start + 7] != '-') {
            return -1;
        }
        int year = digits(text, start, 4);
        int month = digits(text, start + 5, 2);
        int day = digits(text, start + 8, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return -1;
        }
        long date = (LocalDate.of(year, month, day).toEpochDay() + DAYS_TO_EPOCH) * TICKS_PER_DAY;
        if (length == DATE) {
            return date;
        }
        long time = time(text, start + DATE, end);
        return time < 0 ? -1 : date + time;
    }

    private static long time(char[] text, int start, int end) {
        if (end - start < SECONDS - DATE
                || (text[start] != 'T' && text[start] != ' ')
                || text[start + 3] != ':'
                || text[start + 6] != ':') {
            return -1;
        }
        int hour = digits(text, start + 1, 2);
        int minute = digits(text, start + 4, 2);
        int second = digits(text, start + 7, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return -1;
        }
        long fraction = fraction(text, start + 9, end);
        return fraction < 0 ? -1 : (hour * 3600L + minute * 60L + second) * 10_000_000L + fraction;
    }

    private static long fraction(char[] text, int start, int end) {
        int at = start;
        long ticks = 0;
        if (at < end && text[at] == '.') {
            int from = ++at;
            while (at < end && text[at] >= '0' && text[at] <= '9') {
                ticks = ticks * 10 + text[at++] - '0';
            }
            if (at == from || at - from > TICK_DIGITS) {
                return -1;
            }
            for (int i = at - from; i < TICK_DIGITS; i++) {
                ticks *= 10;
            }
        }
        boolean isDone = at == end || (at + 1 == end && text[at] == 'Z');
        return isDone ? ticks : -1;
    }

    private static int digits(char[] text, int start, int count) {
        int number = 0;
        for (int i = start; i < start + count; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    private static int daysOf(int year, int month) {
        return YearMonth.of(year, month).lengthOfMonth();
    }
}
