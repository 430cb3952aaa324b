package io.adxflow.kql.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlTemplateTest {
    @Test
    void argumentThatLooksLikeAPlaceIsText() {
        assertThat(fill("f({0}, {1})", "'{1}'", "'$1\\'")).isEqualTo("f('{1}', '$1\\')");
    }

    @Test
    void lastArgumentIsCountedFromTheEnd() {
        assertThat(fill("({-1})", "a", "b")).isEqualTo("(b)");
    }

    @Test
    void repeatedArgumentsComeWithCommasOrInPieces() {
        SqlTemplate list = new SqlTemplate("({*})");
        SqlTemplate lower = new SqlTemplate("({*, :lower(?)})");
        SqlTemplate cases = new SqlTemplate("CASE{* WHEN ? THEN ?} END");
        List<String> repeated = List.of("a", "b", "c", "d");
        assertThat(list.fill(repeated, repeated, Map.of())).isEqualTo("(a, b, c, d)");
        assertThat(lower.fill(repeated, repeated, Map.of())).isEqualTo("(lower(a), lower(b), lower(c), lower(d))");
        assertThat(cases.fill(repeated, repeated, Map.of())).isEqualTo("CASE WHEN a THEN b WHEN c THEN d END");
    }

    @Test
    void nameWithoutAValueIsOurMistake() {
        assertThatThrownBy(() -> fill("{now}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("{now}");
    }

    private static String fill(String template, String... arguments) {
        return new SqlTemplate(template).fill(List.of(arguments), List.of(), Map.of());
    }
}
