package io.adxflow.kql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.golden.GeneratedPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorReferenceTest {
    @Test
    void pageListsEveryOperator() {
        GeneratedPage.of("operators.md").assertHolds(OperatorReference.page());
    }

    @Test
    void everyWordOfTheParserHasALine() {
        Tokens nothing = new Tokens(new Lexer("", new ArrayList<>()).read(), new ArrayList<>());
        List<String> words = OperatorReference.ROWS.stream()
                .flatMap(row -> row.words().stream())
                .toList();

        assertThat(words)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        new Grammar(nothing).pipes().keywords());
    }
}
