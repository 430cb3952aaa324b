package io.adxflow.base.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
    private enum Mistake implements Problem {
        UNKNOWN_COLUMN;

        @Override
        public String code() {
            return "KQL202";
        }

        @Override
        public String template() {
            return "there is no column '%s'";
        }
    }

    private final SourceText source = new SourceText("storms.kql", "Storms\n| where Stat == \"TEXAS\"\n");

    @Test
    void rendersPlaceExcerptAndHint() {
        Diagnostic diagnostic = Mistake.UNKNOWN_COLUMN
                .at(new Span(15, 19), "Stat")
                .withHint(Suggestion.hint("Stat", "columns here", List.of("State", "Deaths")))
                .in(source);

        assertThat(diagnostic.render())
                .isEqualTo(
                        """
                        storms.kql:2:9: error KQL202: there is no column 'Stat'
                            | where Stat == "TEXAS"
                                    ^^^^
                            hint: did you mean 'State'?""");
    }

    @Test
    void anEndOfTextIsAPlaceToo() {
        Diagnostic diagnostic =
                Mistake.UNKNOWN_COLUMN.at(Span.at(source.text().length()), "x").in(source);

        assertThat(diagnostic.render()).startsWith("storms.kql:3:1: error");
    }

    @Test
    void longLinesAreCutAroundThePlace() {
        SourceText longLine = new SourceText("long.kql", "a".repeat(500) + "Stat" + "b".repeat(500));

        assertThat(Mistake.UNKNOWN_COLUMN
                        .at(new Span(500, 504), "Stat")
                        .in(longLine)
                        .render())
                .contains("\n    …" + "a".repeat(80) + "Stat" + "b".repeat(76) + "…\n     " + " ".repeat(80) + "^^^^");
    }

    @Test
    void suggestionsIgnoreCaseAndListWhatThereIsWhenNothingIsNear() {
        assertThat(Suggestion.closest("sumarize", List.of("summarize", "where")))
                .contains("summarize");
        assertThat(Suggestion.closest("windknots", List.of("WindKnots"))).contains("WindKnots");
        assertThat(Suggestion.hint("zzz", "columns here", List.of("State", "Deaths")))
                .isEqualTo("columns here: State, Deaths");
    }
}
