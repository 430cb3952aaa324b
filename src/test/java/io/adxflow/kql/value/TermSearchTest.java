package io.adxflow.kql.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermSearchTest {
    @Test
    void termIsARunOfLettersAndDigits() {
        assertThat(TermSearch.has("alpha_beta", "alpha")).isTrue();
        assertThat(TermSearch.has("foo.bar", "bar")).isTrue();
        assertThat(TermSearch.has("alphabeta", "alpha")).isFalse();
        assertThat(TermSearch.has("naïve", "na")).isFalse();
    }

    @Test
    void laterOccurrenceCounts() {
        assertThat(TermSearch.has("webhost web", "web")).isTrue();
        assertThat(TermSearch.has("aaa aa", "aa")).isTrue();
    }

    @Test
    void separatorsOfTheSearchedTextNeedNoBorder() {
        assertThat(TermSearch.has("a b", " ")).isTrue();
        assertThat(TermSearch.has("ip=10.0.0.1;", "10.0.0.1")).isTrue();
        assertThat(TermSearch.has("ip=110.0.0.1;", "10.0.0.1")).isFalse();
        assertThat(TermSearch.has("file.exe", ".exe")).isTrue();
    }

    @Test
    void charactersOutsideOfTheBasicPlaneAreLettersToo() {
        assertThat(TermSearch.has("\uD835\uDC00bc", "bc")).isFalse();
        assertThat(TermSearch.has("😀bc", "bc")).isTrue();
    }

    @Test
    void arrayHoldsAValueByValueNotByType() {
        assertThat(TermSearch.in("1", "[1.0,\"a\"]")).isTrue();
        assertThat(TermSearch.in("\"b\"", "[1.0,\"a\"]")).isFalse();
    }
}
