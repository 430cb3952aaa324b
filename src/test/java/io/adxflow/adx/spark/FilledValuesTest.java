package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilledValuesTest {
    private static final String COLUMNS = "[\"Id:long\",\"Text:string\",\"it's:string\"]";
    private static final String ESCAPED = "countif(isnotempty(['it\\'s']))";

    @Test
    void columnsThatAreReadOrMentionedCount() {
        assertThat(FilledValues.aggregation(COLUMNS, "T | where Text == 'a'", List.of("Id")))
                .isEqualTo("countif(isnotempty(['Id'])) + countif(isnotempty(['Text'])) + " + ESCAPED);
        assertThat(FilledValues.aggregation(COLUMNS, "T | project Id", List.of("Id")))
                .isEqualTo("countif(isnotempty(['Id'])) + " + ESCAPED);
    }

    @Test
    void withoutAnyTheirNumberIsNought() {
        assertThat(FilledValues.aggregation("[\"Id:long\"]", "T", List.of())).isEqualTo("countif(false)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"T | where * has 'x'", "T | project-keep I*", "T | extend b = pack_all()"})
    void aQueryMayLookAtAllOfThem(String query) {
        assertThat(FilledValues.aggregation(COLUMNS, query, List.of())).contains("['Id']", "['Text']");
    }
}
