package io.adxflow.run.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.EmbeddedText;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KqlMistakesTest {
    private static final String BEFORE = "kql: |\n";
    private static final String QUERY = "\nStorms\n| where Stat == 'x'\n| project Deth\n";
    private static final SourceText FILE = new SourceText("job.yaml", BEFORE + QUERY);

    @Test
    void adxNamesLineAndPosition() {
        assertThat(placed("Semantic error: SEM0100: 'where' operator: Failed to resolve 'Stat' [line:position=2:9]"))
                .singleElement()
                .extracting(Diagnostic::render)
                .isEqualTo(
                        """
                        job.yaml:4:9: error ADX302: ADX refused the query: Semantic error: SEM0100: 'where' operator: Failed to resolve 'Stat'
                            | where Stat == 'x'
                                    ^^^^""");
    }

    @Test
    void theEmulatorTellsEveryMistakeWithItsHint() {
        String said =
                """
                Semantic error: SEM0100: query:2:9: error KQL202: there is no column 'Stat'
                    | where Stat == 'x'
                            ^^^^
                    hint: did you mean 'State'?
                query:3:11: error KQL202: there is no column 'Deth'
                    | project Deth
                              ^^^^
                    hint: columns here: State,
                          Deaths""";

        assertThat(placed(said))
                .extracting(Diagnostic::render)
                .containsExactly(
                        """
                        job.yaml:4:9: error ADX302: ADX refused the query: KQL202: there is no column 'Stat'
                            | where Stat == 'x'
                                    ^^^^
                            hint: did you mean 'State'?""",
                        """
                        job.yaml:5:11: error ADX302: ADX refused the query: KQL202: there is no column 'Deth'
                            | project Deth
                                      ^^^^
                            hint: columns here: State,
                                  Deaths""");
    }

    @Test
    void aMessageWithoutAPlaceGivesNothing() {
        assertThat(placed("the database is read-only")).isEmpty();
    }

    private static List<Diagnostic> placed(String said) {
        int[] starts =
                IntStream.range(0, QUERY.length()).map(i -> i + BEFORE.length()).toArray();
        int[] ends = IntStream.range(0, QUERY.length())
                .map(i -> i + BEFORE.length() + 1)
                .toArray();
        Span place = new Span(BEFORE.length(), BEFORE.length() + QUERY.length());
        return new KqlMistakes(said, new EmbeddedText(QUERY, place, starts, ends), FILE).placed();
    }
}
