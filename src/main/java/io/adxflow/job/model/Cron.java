package io.adxflow.job.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When something happens, as Quartz writes it and Databricks takes it: second, minute, hour, day of the month, month, day
 * of the week, and perhaps the year. It looks at the clock on the wall, as Quartz does: a time that a clock change skips
 * does not happen, and one that it repeats happens once, the second time.
 *
 * @see <a href="https://www.quartz-scheduler.org/documentation/quartz-2.3.0/tutorials/crontrigger.html">Quartz cron</a>
 */
public final class Cron {
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

    private final String text;
    private final CronField seconds;
    private final CronField minutes;
    private final CronField hours;
    private final CronField months;
    private final CronField years;
    private final Predicate<LocalDate> days;

    private Cron(String text, String[] fields) {
        this.text = text;
        this.seconds = CronField.seconds(fields[0]);
        this.minutes = CronField.minutes(fields[1]);
        this.hours = CronField.hours(fields[2]);
        this.days = CronDays.read(fields[3], fields[5]);
        this.months = CronField.months(fields[4]);
        this.years = CronField.years(fields.length == 7 ? fields[6] : "*");
    }

    /** @throws IllegalArgumentException with the reason, when the text is no Quartz expression */
    public static Cron parse(String text) {
        String[] fields = text.strip().split("\\s+");
        if (fields.length != 6 && fields.length != 7) {
            throw new IllegalArgumentException("it has 6 or 7 fields, found " + fields.length);
        }
        return new Cron(text.strip(), fields);
    }

    /** Whether there is any day between 1970 and 2099 on which it happens. */
    public boolean mayHappen() {
        return FIRST_DAY.datesUntil(LAST_DAY.plusDays(1)).anyMatch(this::isDay);
    }

    /** The first time after another one, in the zone of that one; empty when there is none before the year 2100. */
    public Optional<ZonedDateTime> next(ZonedDateTime after) {
        LocalDateTime shown = after.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
        if (shown.toLocalDate().isAfter(LAST_DAY)) {
            return Optional.empty();
        }
        return shown.toLocalDate()
                .datesUntil(LAST_DAY.plusDays(1))
                .filter(this::isDay)
                .flatMap(date -> firstOf(date, shown, after.getZone()).stream())
                .findFirst();
    }

    private boolean isDay(LocalDate date) {
        return years.contains(date.getYear()) && months.contains(date.getMonthValue()) && days.test(date);
    }

    private Optional<ZonedDateTime> firstOf(LocalDate date, LocalDateTime after, ZoneId zone) {
        for (int hour : hours.values()) {
            if (!date.atTime(hour, 59, 59).isAfter(after)) {
                continue;
            }
            for (int minute : minutes.values()) {
                for (int second : seconds.values()) {
                    LocalDateTime time = date.atTime(hour, minute, second);
                    if (time.isAfter(after) && exists(time, zone)) {
                        return Optional.of(time.atZone(zone).withLaterOffsetAtOverlap());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean exists(LocalDateTime time, ZoneId zone) {
        return !zone.getRules().getValidOffsets(time).isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
