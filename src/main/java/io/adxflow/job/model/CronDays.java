package io.adxflow.job.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days that both day fields of a cron expression allow, with Quartz' own words {@code L}, {@code W} and {@code #}. */
final class CronDays {
    private static final Pattern LAST_DAY = Pattern.compile("L(-([0-9]{1,2}))?(W?)");
    private static final Pattern WORKDAY = Pattern.compile("([0-9]{1,2})W");
    private static final Pattern LAST_OF_MONTH = Pattern.compile("([1-7]|[A-Z]{3})L");
    private static final Pattern NTH_OF_MONTH = Pattern.compile("([1-7]|[A-Z]{3})#([1-5])");

    private CronDays() {}

    /** @throws IllegalArgumentException with the reason, when the fields are none, or both or neither is {@code ?} */
    static Predicate<LocalDate> read(String ofMonth, String ofWeek) {
        if (ofMonth.equals("?") == ofWeek.equals("?")) {
            throw new IllegalArgumentException("exactly one of the day of the month and the day of the week is '?'");
        }
        return ofWeek.equals("?") ? ofMonth(ofMonth.toUpperCase(Locale.ROOT)) : ofWeek(ofWeek.toUpperCase(Locale.ROOT));
    }

    private static Predicate<LocalDate> ofMonth(String text) {
        Matcher last = LAST_DAY.matcher(text);
        if (last.matches()) {
            int before = last.group(2) == null ? 0 : Integer.parseInt(last.group(2));
            boolean isWorkday = !last.group(3).isEmpty();
            return date -> isDay(date, date.lengthOfMonth() - before, isWorkday);
        }
        Matcher workday = WORKDAY.matcher(text);
        if (workday.matches()) {
            int day = CronField.daysOfMonth(workday.group(1)).values().first();
            return date -> isDay(date, day, true);
        }
        CronField days = CronField.daysOfMonth(text);
        return date -> days.contains(date.getDayOfMonth());
    }

    private static Predicate<LocalDate> ofWeek(String text) {
        Matcher last = LAST_OF_MONTH.matcher(text);
        if (last.matches()) {
            int day = CronField.daysOfWeek(last.group(1)).values().first();
            return date -> quartzDay(date) == day && date.getDayOfMonth() + 7 > date.lengthOfMonth();
        }
        Matcher nth = NTH_OF_MONTH.matcher(text);
        if (nth.matches()) {
            int day = CronField.daysOfWeek(nth.group(1)).values().first();
            int week = Integer.parseInt(nth.group(2));
            return date -> quartzDay(date) == day && (date.getDayOfMonth() - 1) / 7 + 1 == week;
        }
        CronField days = CronField.daysOfWeek(text.equals("L") ? "SAT" : text);
        return date -> days.contains(quartzDay(date));
    }

    private static int quartzDay(LocalDate date) {
        return date.getDayOfWeek().getValue() % 7 + 1;
    }

    private static boolean isDay(LocalDate date, int day, boolean isWorkday) {
        if (day < 1) {
            return false;
        }
        LocalDate wanted = date.withDayOfMonth(1).plusDays(day - 1L);
        if (day > date.lengthOfMonth()) {
            // Quartz looks at the day of the week before it looks at the length of the month.
            return isWorkday && wanted.getDayOfWeek() == DayOfWeek.SATURDAY && date.equals(wanted.minusDays(1));
        }
        return date.equals(isWorkday ? nearestWorkday(wanted) : wanted);
    }

    /** Monday to Friday, and never in another month. */
    private static LocalDate nearestWorkday(LocalDate date) {
        YearMonth month = YearMonth.from(date);
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return date.getDayOfMonth() == 1 ? date.plusDays(2) : date.minusDays(1);
        }
        if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return date.equals(month.atEndOfMonth()) ? date.minusDays(2) : date.plusDays(1);
        }
        return date;
    }
}
