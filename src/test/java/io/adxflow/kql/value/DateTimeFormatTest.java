package io.adxflow.kql.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class DateTimeFormatTest {
    private static final long MORNING = Ticks.of(LocalDateTime.of(2007, 3, 9, 5, 4, 3, 120_000_000));

    @Test
    void lettersComeInPairs() {
        assertThat(DateTimeFormat.datetime(MORNING, "dddd, MMMM d, yyyy")).isEqualTo("0909, 0303 9, 2007");
    }

    @Test
    void midnightIsTwelveOnAClockOfTwelveHours() {
        long midnight = Ticks.of(LocalDateTime.of(2024, 1, 1, 0, 30));
        assertThat(DateTimeFormat.datetime(midnight, "h:mm tt")).isEqualTo("12:30 AM");
        assertThat(DateTimeFormat.datetime(midnight, "HH:mm")).isEqualTo("00:30");
    }

    @Test
    void capitalFractionLosesZerosAtItsEnd() {
        assertThat(DateTimeFormat.datetime(MORNING, "fffffff")).isEqualTo("1200000");
        assertThat(DateTimeFormat.datetime(MORNING, "FFFFFFF")).isEqualTo("12");
    }

    @Test
    void daysOfATimespanPadToTheirRun() {
        assertThat(DateTimeFormat.timespan(2 * Ticks.DAY + Ticks.HOUR, "dddd:hh"))
                .isEqualTo("0002:01");
    }

    @Test
    void otherLettersAreRefused() {
        assertThatThrownBy(() -> DateTimeFormat.datetime(MORNING, "yyyy-ww"))
                .hasMessage("'w' is not supported in the pattern 'yyyy-ww'");
    }
}
