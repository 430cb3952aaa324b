package io.adxflow.job.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronExpression;

/** Databricks asks Quartz when a job runs, so the times that we show are the times that Quartz has. */
class CronAsQuartzTest {
    private static final int TIMES = 6;
    private static final List<String> STARTS = List.of(
            "2026-03-28T20:15:00Z",
            "2026-10-24T22:40:10Z",
            "2026-10-25T00:10:00Z",
            "2026-10-25T01:10:00Z",
            "2026-03-08T05:00:00Z",
            "2026-04-04T13:00:00Z",
            "2028-02-28T12:00:00.250Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/Santiago",
                "Asia/Kolkata",
                "Africa/Cairo",
                "UTC"
            })
    void theNextTimesAreThoseOfQuartz(String zone) throws ParseException {
        for (String cron : expressions()) {
            for (String start : STARTS) {
                assertThat(ours(cron, zone, Instant.parse(start)))
                        .as("%s in %s after %s", cron, zone, start)
                        .isEqualTo(ofQuartz(cron, zone, Instant.parse(start)));
            }
        }
    }

    @Test
    void whatQuartzRefusesIsRefused() {
        for (String cron : List.of(
                "0 0 0 * * *",
                "0 0 0 ? * ?",
                "0 0 25 * * ?",
                "0 60 0 * * ?",
                "0 0 0 32 * ?",
                "0 0 0 ? * FOO",
                "0 0 0 ? 13 *")) {
            assertThat(CronExpression.isValidExpression(cron)).as(cron).isFalse();
            assertThat(isOurs(cron)).as(cron).isFalse();
        }
    }

    private static boolean isOurs(String cron) {
        try {
            Cron.parse(cron);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<Instant> ours(String cron, String zone, Instant start) {
        List<Instant> times = new ArrayList<>();
        ZonedDateTime after = start.atZone(ZoneId.of(zone));
        while (times.size() < TIMES) {
            ZonedDateTime next = Cron.parse(cron).next(after).orElse(null);
            if (next == null) {
                break;
            }
            times.add(next.toInstant());
            after = next;
        }
        return times;
    }

    private static List<Instant> ofQuartz(String cron, String zone, Instant start) throws ParseException {
        CronExpression quartz = new CronExpression(cron);
        quartz.setTimeZone(TimeZone.getTimeZone(zone));
        List<Instant> times = new ArrayList<>();
        Date after = Date.from(start);
        while (times.size() < TIMES) {
            after = quartz.getTimeAfter(after);
            if (after == null) {
                break;
            }
            times.add(after.toInstant());
        }
        return times;
    }

    private static List<String> expressions() {
        List<String> all = new ArrayList<>(List.of(
                "0 30 2 * * ?",
                "0 0/30 * * * ?",
                "0 0 * * * ?",
                "0 0 0 * * ?",
                "0/20 * 2 * * ?",
                "0 15 1-3 * * ?",
                "0 0 22-2 ? * SUN",
                "0 0 6 ? * MON-FRI",
                "0 0 6 ? * FRI-MON",
                "0 0 6 ? * 2,4,6",
                "0 0 6 L * ?",
                "0 0 6 L-3 * ?",
                "0 0 6 LW * ?",
                "0 0 6 15W * ?",
                "0 0 6 1W * ?",
                "0 0 6 31W * ?",
                "0 0 6 ? * 6L",
                "0 0 6 ? * L",
                "0 0 6 ? * FRI#5",
                "0 0 6 ? * 2#1",
                "0 0 6 1/10 * ?",
                "0 0 6 29 2 ?",
                "0 0 6 1 JAN,JUL ?",
                "0 0 6 1 NOV-FEB ?",
                "0 0 6 1 1 ? 2027-2029",
                "0 0 6 1 1 ? 2020",
                "5-50/15 5/10 3/7 * * ?"));
        Random random = new Random(20261120);
        for (int index = 0; index < 40; index++) {
            all.add(random.nextInt(60) + " " + field(random, 60) + " " + field(random, 24) + " "
                    + (random.nextBoolean() ? "? * " + field(random, 7, 1) : field(random, 28, 1) + " * ?"));
        }
        return all;
    }

    private static String field(Random random, int size) {
        return field(random, size, 0);
    }

    private static String field(Random random, int size, int first) {
        int one = first + random.nextInt(size);
        int other = first + random.nextInt(size);
        return switch (random.nextInt(5)) {
            case 0 -> "*";
            case 1 -> one + "/" + (1 + random.nextInt(size - 1));
            case 2 -> Math.min(one, other) + "-" + Math.max(one, other);
            case 3 -> one + "," + other;
            default -> Integer.toString(one);
        };
    }
}
