package io.adxflow.job.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.EmbeddedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarPlacesTest {
    /** Every X of the value stands where an X of the file is, and they come in the same order. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "k: X one X",
                "k: X one\n  X two\n\n  X three",
                "k: 'X''s X'",
                "k: 'X one\n\n  X two'",
                "k: \"X \\\" \\u0041 \\x41 \\U0001F300 X\"",
                "k: \"X one \\\n   X two\n\n   X\\tthree\"",
                "k: |\n  X one\n    X two\n\n  X three\n",
                "k: |2\n    X one\n  X two\n",
                "k: |-\n\n  X one\n  X two",
                "k: >\n  X one\n  X two\n\n    X indented\n    X more\n\n\n  X three\n",
                "k: >-\n  X one\n\n  X two",
                "k: |\r\n  X one\r\n  X two\r\n",
                "k: >\r\n  X one\r\n  X two\r\n",
                "# \uD83C\uDF00\nk: X \uD83C\uDF00 X",
                "k: |\n  \uD83C\uDF00 X\n  \uD83C\uDF00\uD83C\uDF00 X\n"
            })
    void everyCharacterKnowsItsPlace(String yaml) {
        EmbeddedText text = value(yaml);
        int from = 0;
        for (int i = text.text().indexOf('X'); i >= 0; i = text.text().indexOf('X', i + 1)) {
            int written = yaml.indexOf('X', from);
            assertThat(text.inFile(new Span(i, i + 1))).as(yaml).isEqualTo(new Span(written, written + 1));
            from = written + 1;
        }
        assertThat(yaml.indexOf('X', from)).as(yaml).isNegative();
    }

    @Test
    void anEscapeIsOneCharacterThatWasWrittenAsSeveral() {
        String yaml = "k: \"a\\u0041b\"";
        EmbeddedText text = value(yaml);

        assertThat(text.text()).isEqualTo("aAb");
        assertThat(text.inFile(new Span(1, 2))).isEqualTo(new Span(5, 11));
    }

    @Test
    void theEndOfATextIsItsLastVisibleCharacter() {
        String yaml = "k: |\n  one\n  two\n\n";

        assertThat(value(yaml).inFile(Span.at(9))).isEqualTo(new Span(15, 16));
    }

    private static EmbeddedText value(String yaml) {
        Findings findings = Findings.ofJob(new SourceText("test", yaml));
        YamlNode.Mapping mapping =
                (YamlNode.Mapping) YamlTree.read(findings).orElseThrow(() -> new AssertionError(findings.all()));
        return ((YamlNode.Scalar) mapping.entries().get(0).value()).text();
    }
}
