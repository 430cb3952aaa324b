package io.adxflow.kql.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatetimeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-31                     | 2020-01-31T00:00:00.0000000Z",
                "2020-01-31 13:45:07.1234567    | 2020-01-31T13:45:07.1234567Z",
                "2020-01-31T13:45:07.123456789Z | 2020-01-31T13:45:07.1234567Z",
                "2020-01-31T01:00:00+02:00      | 2020-01-30T23:00:00.0000000Z",
                "1/31/2020                      | 2020-01-31T00:00:00.0000000Z",
                "01-31-2020                     | 2020-01-31T00:00:00.0000000Z",
                "2025, 6, 14                    | 2025-06-14T00:00:00.0000000Z",
                "12/31/2020 1:05 PM             | 2020-12-31T13:05:00.0000000Z",
                "Sat, 08 Nov 14 15:05:02 GMT    | 2014-11-08T15:05:02.0000000Z",
                "2007                           | 2007-01-01T00:00:00.0000000Z",
                "0001-01-01                     | 0001-01-01T00:00:00.0000000Z",
                "9999-12-31 23:59:59.9999999    | 9999-12-31T23:59:59.9999999Z"
            })
    void readsTheFormsThatKustoReads(String text, String printed) {
        assertThat(DatetimeText.of(DatetimeText.ticks(text).orElseThrow())).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2020-13-01",
                "2021-02-29",
                "2020-01-01 25:00",
                "13/13/2020",
                "0001-01-01T00:00:00+01:00"
            })
    void refusesTheRest(String text) {
        assertThat(DatetimeText.ticks(text)).isEmpty();
    }

    @Test
    void ticksCountFromYearOne() {
        assertThat(DatetimeText.ticks("1970-01-01")).hasValue(621_355_968_000_000_000L);
    }
}
