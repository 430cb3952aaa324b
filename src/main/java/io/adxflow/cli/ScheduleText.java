package io.adxflow.cli;

import io.adxflow.job.model.Schedule;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A schedule for people: its expression and the next times it fires. */
final class ScheduleText {
    private static final int TIMES = 5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private ScheduleText() {}

    /** @throws io.adxflow.base.diagnostic.UserException when the last time has passed */
    static String of(Schedule schedule, Instant now) {
        return "\nschedule\n  " + schedule.cron() + ", " + schedule.zone() + (schedule.isPaused() ? ", paused" : "")
                + next(schedule, now).stream()
                        .map(time -> "\n    " + TIME.format(time))
                        .collect(Collectors.joining())
                + "\n";
    }

    /** @throws io.adxflow.base.diagnostic.UserException when the last time has passed */
    static List<ZonedDateTime> next(Schedule schedule, Instant now) {
        List<ZonedDateTime> times = schedule.next(now, TIMES);
        if (times.isEmpty()) {
            throw CliProblem.SCHEDULE_IS_OVER.with(schedule.cron()).toException();
        }
        return times;
    }
}
