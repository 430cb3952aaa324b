package io.adxflow.kql.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Datetimes as text: what literals and {@code todatetime()} accept (ISO 8601, RFC 822 and 850, and American dates,
 * month first), and the format that everything prints. Ticks are 100 ns since 0001-01-01 UTC.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/scalar-data-types/datetime">The datetime data type</a>
 */
public final class DatetimeText {
    private static final long DAYS_FROM_YEAR_ONE_TO_1970 = 719_162;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String CLOCK =
            "(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:\\.(?<fraction>\\d+))?)?(?:\\s*(?<half>am|pm))?";
    private static final String ZONE =
            "\\s*(?<zone>z|utc|gmt|(?<sign>[-+])(?<zonehours>\\d{2}):?(?<zoneminutes>\\d{2}))?";
    private static final List<Pattern> FORMS = List.of(
            form("(?<year>\\d{4})(?:-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?)?(?:[t\\s]+" + CLOCK + ")?"),
            form("(?<month>\\d{1,2})[-/](?<day>\\d{1,2})[-/](?<year>\\d{4})(?:\\s+" + CLOCK + ")?"),
            form("(?<year>\\d{4})(?:/|,\\s*)(?<month>\\d{1,2})(?:/|,\\s*)(?<day>\\d{1,2})(?:[t\\s]+" + CLOCK + ")?"),
            form("(?:[a-z]+,?\\s+)?(?<day>\\d{1,2})[-\\s](?<month>[a-z]{3})[a-z]*[-\\s](?<year>\\d{4}|\\d{2})(?:\\s+"
                    + CLOCK + ")?"));

    private DatetimeText() {}

    /** The ticks of a datetime, or empty if the text is none. An offset is applied; without one the text is UTC. */
    public static OptionalLong ticks(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(folded);
            if (matcher.matches()) {
                return ticks(matcher);
            }
        }
        return OptionalLong.empty();
    }

    /** {@code yyyy-MM-ddTHH:mm:ss.fffffffZ}. */
    public static String of(long ticks) {
        LocalDate date =
                LocalDate.ofEpochDay(Math.floorDiv(ticks, TimespanText.TICKS_PER_DAY) - DAYS_FROM_YEAR_ONE_TO_1970);
        long time = Math.floorMod(ticks, TimespanText.TICKS_PER_DAY);
        char[] text = "0000-00-00T00:00:00.0000000Z".toCharArray();
        write(text, 4, date.getYear());
        write(text, 7, date.getMonthValue());
        write(text, 10, date.getDayOfMonth());
        write(text, 13, time / TimespanText.TICKS_PER_HOUR);
        write(text, 16, time / TimespanText.TICKS_PER_MINUTE % 60);
        write(text, 19, time / TimespanText.TICKS_PER_SECOND % 60);
        write(text, 27, time % TimespanText.TICKS_PER_SECOND);
        return new String(text);
    }

    private static void write(char[] text, int end, long number) {
        long rest = number;
        for (int at = end - 1; rest > 0; at--, rest /= 10) {
            text[at] = (char) ('0' + rest % 10);
        }
    }

    private static Pattern form(String date) {
        return Pattern.compile(date + ZONE);
    }

    private static OptionalLong ticks(Matcher found) {
        int hour = hour(found);
        int minute = number(found.group("minute"), 0);
        int second = number(found.group("second"), 0);
        if (hour > 23 || minute > 59 || second > 59) {
            return OptionalLong.empty();
        }
        try {
            LocalDate date =
                    LocalDate.of(year(found.group("year")), month(found.group("month")), number(found.group("day"), 1));
            long ticks = (date.toEpochDay() + DAYS_FROM_YEAR_ONE_TO_1970) * TimespanText.TICKS_PER_DAY
                    + hour * TimespanText.TICKS_PER_HOUR
                    + minute * TimespanText.TICKS_PER_MINUTE
                    + second * TimespanText.TICKS_PER_SECOND
                    + TimespanText.fraction(found.group("fraction"))
                    - offset(found);
            return ticks < 0 || date.getYear() < 1 ? OptionalLong.empty() : OptionalLong.of(ticks);
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static int hour(Matcher found) {
        int hour = number(found.group("hour"), 0);
        if (found.group("half") == null) {
            return hour;
        }
        return hour < 1 || hour > 12 ? 24 : hour % 12 + ("pm".equals(found.group("half")) ? 12 : 0);
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < 50 ? 2000 + year : 1900 + year;
    }

    private static int month(String text) {
        if (text == null) {
            return 1;
        }
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : MONTHS.indexOf(text) + 1;
    }

    private static long offset(Matcher found) {
        if (found.group("sign") == null) {
            return 0;
        }
        long ticks = number(found.group("zonehours"), 0) * TimespanText.TICKS_PER_HOUR
                + number(found.group("zoneminutes"), 0) * TimespanText.TICKS_PER_MINUTE;
        return "-".equals(found.group("sign")) ? -ticks : ticks;
    }

    private static int number(String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
