package io.adxflow.kql.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,-2.5,true,false,null],\"b\":{}}",
                "[]",
                "\"x\\ny\\\"\\\\é😀\"",
                "9223372036854775807",
                "1.0",
                "{\"\":\"\"}"
            })
    void compactTextComesBackAsItWas(String text) {
        assertThat(JsonText.of(Json.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\"}", "nul", "01x", "1 2", "'a'", "\"a", "+1", "{a:1}", "\"\\q\""})
    void whatIsNoJsonIsRefused(String text) {
        assertThat(Json.parse(text)).isEmpty();
    }

    @Test
    void blanksAndEscapesAreNormalised() {
        assertThat(JsonText.of(Json.read(" { \"a\" : [ 1 , \"\\u00e9\\/\" ] } ")))
                .isEqualTo("{\"a\":[1,\"é/\"]}");
    }

    @Test
    void lastOfEqualKeysWins() {
        assertThat(JsonText.of(Json.read("{\"a\":1,\"a\":2}"))).isEqualTo("{\"a\":2}");
    }

    @Test
    void deepTextIsRefusedNotACrash() {
        assertThat(Json.parse("[".repeat(100_000))).isEmpty();
    }

    @Test
    void numbersBeyondLongBecomeReals() {
        assertThat(Json.read("12345678901234567890123")).isEqualTo(1.2345678901234568E22);
        assertThat(JsonText.of(Double.NaN)).isEqualTo("\"NaN\"");
    }
}
