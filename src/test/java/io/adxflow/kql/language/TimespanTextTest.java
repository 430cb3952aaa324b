package io.adxflow.kql.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimespanTextTest {
    @ParameterizedTest
    @CsvSource({
        "1d, 1.00:00:00",
        "1.5h, 01:30:00",
        "-90m, -01:30:00",
        "15 seconds, 00:00:15",
        "2, 2.00:00:00",
        "1.02:03:04.567, 1.02:03:04.5670000",
        "-0:30, -00:30:00",
        "1tick, 00:00:00.0000001",
        "100nanoseconds, 00:00:00.0000001"
    })
    void readsTheFormsThatKustoReads(String text, String printed) {
        assertThat(TimespanText.of(TimespanText.ticks(text).orElseThrow())).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "5 fortnights", "24:00", "1:60", "99999999999d"})
    void refusesTheRest(String text) {
        assertThat(TimespanText.ticks(text)).isEmpty();
    }
}
