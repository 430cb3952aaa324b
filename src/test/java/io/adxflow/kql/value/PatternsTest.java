package io.adxflow.kql.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PatternsTest {
    @Test
    void classesBecomeUnicodeClasses() {
        assertThat(Patterns.re2("\\d+")).isEqualTo("\\p{Nd}+");
        assertThat(Patterns.re2("[\\w.]")).isEqualTo("[\\p{L}\\p{Mn}\\p{Nd}_.]");
        assertThat(Patterns.re2("\\W")).isEqualTo("[^\\p{L}\\p{Mn}\\p{Nd}_]");
    }

    @Test
    void otherEscapesStay() {
        assertThat(Patterns.re2("\\.\\\\d\\b")).isEqualTo("\\.\\\\d\\b");
    }

    @Test
    void groupThatTookNoPartIsEmpty() {
        assertThat(Patterns.extractAll("([a-z])(\\d)?", null, "a1b")).isEqualTo("[[\"a\",\"1\"],[\"b\",\"\"]]");
    }

    @Test
    void brokenPatternIsNamed() {
        assertThatThrownBy(() -> Patterns.java("(")).hasMessageContaining("'('");
    }
}
