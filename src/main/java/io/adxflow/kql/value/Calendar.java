package io.adxflow.kql.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Parts, starts and distances of datetimes. */
public final class Calendar {
    private Calendar() {}

    /** The start of the period that a datetime is in, moved by so many periods; null outside of the years 1 to 9999. */
    public static Long start(String unit, long ticks, long offset) {
        LocalDate date = Ticks.date(ticks);
        try {
            return Ticks.datetimeOrNull(
                    switch (unit) {
                        case "day" -> (Math.floorDiv(ticks, Ticks.DAY) + offset) * Ticks.DAY;
                        case "week" -> (Math.floorDiv(ticks, Ticks.DAY) - daysSinceSunday(ticks) + 7 * offset)
                                * Ticks.DAY;
                        case "month" -> Ticks.of(date.withDayOfMonth(1).plusMonths(offset));
                        case "year" -> Ticks.of(date.withDayOfYear(1).plusYears(offset));
                        default -> throw new IllegalArgumentException("no period '" + unit + "'");
                    });
        } catch (DateTimeException | ArithmeticException beyondCalendar) {
            return null;
        }
    }

    /** The last tick of the period that a datetime is in, moved by so many periods. */
    public static Long end(String unit, long ticks, long offset) {
        Long next = start(unit, ticks, offset + 1);
        boolean isLast = next == null && start(unit, ticks, offset) != null;
        return isLast ? (Long) Ticks.LATEST : next == null ? null : (Long) (next - 1);
    }

    public static long part(String part, long ticks) {
        LocalDateTime time = Ticks.time(ticks);
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "year" -> time.getYear();
            case "quarter" -> time.get(IsoFields.QUARTER_OF_YEAR);
            case "month" -> time.getMonthValue();
            case "week_of_year", "week" -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "day" -> time.getDayOfMonth();
            case "dayofyear" -> time.getDayOfYear();
            case "hour" -> time.getHour();
            case "minute" -> time.getMinute();
            case "second" -> time.getSecond();
            case "millisecond" -> time.getNano() / 1_000_000;
            case "microsecond" -> time.getNano() / 1_000;
            case "nanosecond" -> time.getNano();
            default -> throw new IllegalArgumentException("no part '" + part + "' of a datetime");
        };
    }

    /** A month's end stays within its month; null outside of the years 1 to 9999. */
    public static Long add(String unit, long amount, long ticks) {
        LocalDateTime time = Ticks.time(ticks);
        try {
            return switch (unit.toLowerCase(Locale.ROOT)) {
                case "year" -> Ticks.datetimeOrNull(Ticks.of(time.plusYears(amount)));
                case "quarter" -> Ticks.datetimeOrNull(Ticks.of(time.plusMonths(Math.multiplyExact(3, amount))));
                case "month" -> Ticks.datetimeOrNull(Ticks.of(time.plusMonths(amount)));
                case "nanosecond" -> Ticks.datetimeOrNull(ticks + amount / 100);
                default -> Ticks.datetimeOrNull(Math.addExact(ticks, Math.multiplyExact(length(unit), amount)));
            };
        } catch (DateTimeException | ArithmeticException beyondCalendar) {
            return null;
        }
    }

    /** How many boundaries of the period lie between two datetimes. */
    public static long difference(String unit, long later, long earlier) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "year" -> months(later) / 12 - months(earlier) / 12;
            case "quarter" -> months(later) / 3 - months(earlier) / 3;
            case "month" -> months(later) - months(earlier);
            case "week" -> week(later) - week(earlier);
            case "nanosecond" -> (later - earlier) * 100;
            default -> later / length(unit) - earlier / length(unit);
        };
    }

    /** From year, month, day, hour, minute and second; null when there is no such time. */
    public static Long make(Object[] parts) {
        try {
            LocalDate date = LocalDate.of(whole(parts[0]), whole(parts[1]), whole(parts[2]));
            long hour = (Long) parts[3];
            long minute = (Long) parts[4];
            double second = (Double) parts[5];
            boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
            return isTime
                    ? Ticks.datetimeOrNull(
                            Ticks.of(date) + hour * Ticks.HOUR + minute * Ticks.MINUTE + (long) (second * Ticks.SECOND))
                    : null;
        } catch (DateTimeException | ArithmeticException noSuchTime) {
            return null;
        }
    }

    public static Long ofUnixTicks(double ticks) {
        return Double.isNaN(ticks) || Math.abs(ticks) > Ticks.LATEST
                ? null
                : Ticks.datetimeOrNull(Ticks.UNIX_EPOCH + Math.round(ticks));
    }

    private static int whole(Object number) {
        return Math.toIntExact((Long) number);
    }

    private static long months(long ticks) {
        return ChronoUnit.MONTHS.between(
                LocalDate.of(0, 1, 1), Ticks.date(ticks).withDayOfMonth(1));
    }

    private static long week(long ticks) {
        return Math.floorDiv(Math.floorDiv(ticks, Ticks.DAY) + 1, 7L);
    }

    private static long daysSinceSunday(long ticks) {
        return (Math.floorDiv(ticks, Ticks.DAY) + 1) % 7;
    }

    private static long length(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "week" -> 7 * Ticks.DAY;
            case "day" -> Ticks.DAY;
            case "hour" -> Ticks.HOUR;
            case "minute" -> Ticks.MINUTE;
            case "second" -> Ticks.SECOND;
            case "millisecond" -> Ticks.MILLISECOND;
            case "microsecond" -> Ticks.MICROSECOND;
            default -> throw new IllegalArgumentException("no period '" + unit + "'");
        };
    }
}
