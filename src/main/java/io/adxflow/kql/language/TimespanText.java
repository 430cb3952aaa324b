package io.adxflow.kql.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Timespans as text: what literals and {@code totimespan()} accept, and the constant format that everything prints.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/scalar-data-types/timespan">The timespan data type</a>
 */
public final class TimespanText {
    public static final long TICKS_PER_MILLISECOND = 10_000L;
    public static final long TICKS_PER_SECOND = 10_000_000L;
    public static final long TICKS_PER_MINUTE = 60 * TICKS_PER_SECOND;
    public static final long TICKS_PER_HOUR = 60 * TICKS_PER_MINUTE;
    public static final long TICKS_PER_DAY = 24 * TICKS_PER_HOUR;

    private static final Pattern CLOCK = Pattern.compile(
            "(?<sign>-)?(?:(?<days>\\d{1,8})\\.)?(?<hours>\\d{1,2}):(?<minutes>\\d{1,2})(?::(?<seconds>\\d{1,2})(?:\\.(?<fraction>\\d{1,7}))?)?");
    private static final Pattern QUANTITY = Pattern.compile("(?<number>[-+]?\\d+(?:\\.\\d+)?)\\s*(?<unit>[a-z]*)");
    private static final Map<String, BigDecimal> UNITS = units();

    private TimespanText() {}

    /** Ticks of 100 ns for {@code 1.02:03:04.5}, {@code 1d}, {@code 15 seconds} or a number of days; empty if it is none. */
    public static OptionalLong ticks(String text) {
        String trimmed = text.strip();
        Matcher clock = CLOCK.matcher(trimmed);
        if (clock.matches()) {
            return clock(clock);
        }
        Matcher quantity = QUANTITY.matcher(trimmed);
        return quantity.matches() ? ofQuantity(quantity.group("number"), quantity.group("unit")) : OptionalLong.empty();
    }

    /** Ticks for a number and a unit such as {@code d}, {@code hours} or {@code tick}; no unit means days. */
    public static OptionalLong ofQuantity(String number, String unit) {
        BigDecimal ticksPerUnit = UNITS.get(unit.isEmpty() ? "d" : unit);
        if (ticksPerUnit == null) {
            return OptionalLong.empty();
        }
        BigDecimal ticks = new BigDecimal(number).multiply(ticksPerUnit).setScale(0, RoundingMode.DOWN);
        return ticks.toBigInteger().bitLength() < Long.SIZE
                ? OptionalLong.of(ticks.longValueExact())
                : OptionalLong.empty();
    }

    /** Whether a number may be followed by this unit, as in {@code 5min}. */
    public static boolean isUnit(String text) {
        return UNITS.containsKey(text);
    }

    /** {@code [-][d.]hh:mm:ss[.fffffff]}. */
    public static String of(long ticks) {
        long days = Math.abs(ticks / TICKS_PER_DAY);
        long rest = Math.abs(ticks % TICKS_PER_DAY);
        String clock = String.format(
                "%02d:%02d:%02d", rest / TICKS_PER_HOUR, rest / TICKS_PER_MINUTE % 60, rest / TICKS_PER_SECOND % 60);
        String fraction = rest % TICKS_PER_SECOND == 0 ? "" : String.format(".%07d", rest % TICKS_PER_SECOND);
        return (ticks < 0 ? "-" : "") + (days == 0 ? "" : days + ".") + clock + fraction;
    }

    private static OptionalLong clock(Matcher clock) {
        long hours = number(clock.group("hours"));
        long minutes = number(clock.group("minutes"));
        long seconds = number(clock.group("seconds"));
        if (hours > 23 || minutes > 59 || seconds > 59) {
            return OptionalLong.empty();
        }
        long ticks = number(clock.group("days")) * TICKS_PER_DAY
                + hours * TICKS_PER_HOUR
                + minutes * TICKS_PER_MINUTE
                + seconds * TICKS_PER_SECOND
                + fraction(clock.group("fraction"));
        return OptionalLong.of(clock.group("sign") == null ? ticks : -ticks);
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** Ticks for the digits behind the point of seconds; what is smaller than a tick is cut off. */
    static long fraction(String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "0000000").substring(0, 7));
    }

    private static Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new HashMap<>();
        put(units, TICKS_PER_DAY, List.of("d", "day", "days"));
        put(units, TICKS_PER_HOUR, List.of("h", "hr", "hrs", "hour", "hours"));
        put(units, TICKS_PER_MINUTE, List.of("m", "min", "minute", "minutes"));
        put(units, TICKS_PER_SECOND, List.of("s", "sec", "second", "seconds"));
        put(units, TICKS_PER_MILLISECOND, List.of("ms", "milli", "millis", "millisec", "millisecond", "milliseconds"));
        put(units, 10, List.of("micro", "micros", "microsec", "microsecond", "microseconds"));
        put(units, 1, List.of("tick", "ticks"));
        List.of("nano", "nanos", "nanosec", "nanosecond", "nanoseconds")
                .forEach(name -> units.put(name, new BigDecimal("0.01")));
        return Map.copyOf(units);
    }

    private static void put(Map<String, BigDecimal> units, long ticks, List<String> names) {
        names.forEach(name -> units.put(name, BigDecimal.valueOf(ticks)));
    }
}
