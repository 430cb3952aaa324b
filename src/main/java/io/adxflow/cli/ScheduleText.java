package io.adxflow.cli;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Schedule;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A schedule for people: its expression and the next times it fires. */
final class ScheduleText {
    private static final int TIMES = 5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private ScheduleText() {}

    /** @throws io.adxflow.base.diagnostic.UserException when the last time has passed */
    static String of(Job job, Instant now) {
        requireNext(job, now);
        return job.schedule().map(schedule -> text(schedule, now)).orElse("");
    }

    /**
     * The next times of a job, the nearest first; none when nothing but a person runs it.
     *
     * @throws io.adxflow.base.diagnostic.UserException when the last time has passed
     */
    static List<ZonedDateTime> next(Job job, Instant now) {
        requireNext(job, now);
        return job.schedule().map(schedule -> schedule.next(now, TIMES)).orElse(List.of());
    }

    /** @throws io.adxflow.base.diagnostic.UserException when the last time has passed */
    static void requireNext(Job job, Instant now) {
        over(job, now).ifPresent(problem -> {
            throw problem.toException();
        });
    }

    /** What is wrong with a schedule whose last time has passed. */
    static Optional<Diagnostic> over(Job job, Instant now) {
        return job.schedule()
                .filter(schedule -> schedule.next(now, 1).isEmpty())
                .map(schedule -> CliProblem.SCHEDULE_IS_OVER
                        .at(schedule.span(), schedule.cron())
                        .withHint("it names years, and they are over")
                        .in(job.text()));
    }

    private static String text(Schedule schedule, Instant now) {
        return "\nschedule\n  " + schedule.cron() + ", " + schedule.zone() + (schedule.isPaused() ? ", paused" : "")
                + schedule.next(now, TIMES).stream()
                        .map(time -> "\n    " + TIME.format(time))
                        .collect(Collectors.joining())
                + "\n";
    }
}
