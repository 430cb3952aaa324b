package io.adxflow.job.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "0 30 6 * * ?, 2026-01-31T06:30Z",
                "0/20 * * * * ?, 2026-01-30T12:00:20Z",
                "0 0 9-17/4 ? * MON-FRI, 2026-01-30T13:00Z",
                "0 0 22-2 * * ?, 2026-01-30T22:00Z",
                "0 0 0 L * ?, 2026-01-31T00:00Z",
                "0 0 0 LW 5 ?, 2026-05-29T00:00Z",
                "0 0 0 L-3 * ?, 2026-02-25T00:00Z",
                "0 0 0 15W 2 ?, 2026-02-16T00:00Z",
                "0 0 0 1W 8 ?, 2026-08-03T00:00Z",
                "0 0 0 ? * 6L, 2026-02-27T00:00Z",
                "0 0 0 ? * 2#1, 2026-02-02T00:00Z",
                "0 0 0 ? * FRI#5, 2026-05-29T00:00Z",
                "0 0 0 29 2 ?, 2028-02-29T00:00Z",
                "\"0 0 0 1 JAN,jul ? 2027\", 2027-01-01T00:00Z"
            })
    void theNextTimeAfterNoonOfTheThirtiethOfJanuary2026(String cron, ZonedDateTime next) {
        ZonedDateTime noon = Instant.parse("2026-01-30T12:00:00Z").atZone(ZoneId.of("Z"));
        assertThat(Cron.parse(cron).next(noon)).contains(next);
    }

    @Test
    void aTimeThatAClockChangeSkipsDoesNotHappen() {
        Schedule schedule = schedule("0 30 2 * * ?");

        assertThat(schedule.next(Instant.parse("2026-03-28T12:00:00Z"), 1))
                .containsExactly(ZonedDateTime.parse("2026-03-30T02:30+02:00[Europe/Berlin]"));
    }

    @Test
    void aTimeThatAClockChangeRepeatsHappensOnceAndLate() {
        Schedule schedule = schedule("0 30 2 25 10 ? 2026");

        assertThat(schedule.next(Instant.parse("2026-01-01T00:00:00Z"), 5))
                .containsExactly(ZonedDateTime.parse("2026-10-25T02:30+01:00[Europe/Berlin]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 0 30 2 ?", "0 0 0 31 4,6 ?", "0 0 0 29 2 ? 2027", "0 0 0 L-30 2 ?"})
    void someNeverHappen(String cron) {
        assertThat(Cron.parse(cron).mayHappen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * * *",
                "0 0 0 * * *",
                "0 0 0 ? * ?",
                "60 0 0 * * ?",
                "0 0 0 0 * ?",
                "0 0 0 ? * 8",
                "0 0/0 0 * * ?",
                "0 0 0 1-2-3 * ?",
                "0 0 0 ? * MON#6",
                "0 0 0 ? * FRO",
                "0 , 0 * * ?",
                "0 0 0 * * ? 1969",
                "99999999999 0 0 * * ?"
            })
    void othersAreNone(String cron) {
        assertThatThrownBy(() -> Cron.parse(cron))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("For input string");
    }

    private static Schedule schedule(String cron) {
        return new Schedule(Cron.parse(cron), ZoneId.of("Europe/Berlin"), false, Span.at(0));
    }
}
