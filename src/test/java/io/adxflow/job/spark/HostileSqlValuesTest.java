package io.adxflow.job.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.job.model.ParameterType;
import io.adxflow.job.parameter.Embedded;
import io.adxflow.job.parameter.Filled;
import io.adxflow.job.parameter.Language;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.util.SparkParserUtils$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileSqlValuesTest {
    private static final int VALUES = 2_000;

    /** Spark's own lexer and Spark's own unescaping say what came out. */
    @ParameterizedTest
    @ValueSource(strings = {"{{v}}", "'{{v}}'", "\"{{v}}\"", "r'{{v}}'", "R\"{{v}}\""})
    void aTextIsReadBackAsItself(String template) {
        int filledIn = 0;
        for (String value : Embedded.hostileValues(VALUES)) {
            Filled filled = Embedded.fill(template, Language.SQL, ParameterType.STRING, value);
            if (filled.isComplete()) {
                List<Token> tokens = tokens(filled.text().text());
                assertThat(tokens).as(template + " with " + value).hasSize(1);
                assertThat(SparkParserUtils$.MODULE$.string(tokens.get(0))).isEqualTo(value);
                filledIn++;
            }
        }
        assertThat(filledIn).isGreaterThan(VALUES / 5);
    }

    @Test
    void aQuotedNameStaysOneName() {
        for (String value : Embedded.hostileValues(VALUES)) {
            Filled filled = Embedded.fill("`x{{v}}`", Language.SQL, ParameterType.STRING, value);
            if (filled.isComplete()) {
                assertThat(texts(filled.text().text()))
                        .as(value)
                        .containsExactly("`x" + value.replace("`", "``") + "`");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 --{{v}}\n+ 2", "1 /*{{v}}*/ + 2", "1 /* /* {{v}} */ {{v}} */ + 2"})
    void aCommentStaysAComment(String template) {
        for (String value : Embedded.hostileValues(VALUES)) {
            Filled filled = Embedded.fill(template, Language.SQL, ParameterType.STRING, value);
            assertThat(texts(filled.text().text())).as(value).containsExactly("1", "+", "2");
        }
    }

    @Test
    void aNegativeNumberDoesNotBeginAComment() {
        assertThat(texts(fill("a -{{v}} + 1", ParameterType.LONG, "-5")))
                .containsExactly("a", "-", "(", "-", "5", ")", "+", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1975-01-01", "1975-01-01T06:00", "1975-01-01 06:00:00.1234567", "1975-01-01T06:00:00+02:00"})
    void aTimeWithoutAZoneIsInUtc(String value) {
        String zoned = value.length() == 10 ? value + "T00:00:00Z" : value.endsWith("+02:00") ? value : value + "Z";

        assertThat(fill("{{v}}", ParameterType.DATETIME, value)).isEqualTo("TIMESTAMP '" + zoned + "'");
    }

    @Test
    void aTimespanIsAnIntervalOfSeconds() {
        assertThat(fill("{{v}}", ParameterType.TIMESPAN, "1.12:00:01.5")).isEqualTo("INTERVAL '129601.5' SECOND");
        assertThat(fill("{{v}}", ParameterType.TIMESPAN, "-250ms")).isEqualTo("INTERVAL '-0.250' SECOND");
    }

    private static String fill(String template, ParameterType type, String value) {
        return Embedded.fill(template, Language.SQL, type, value).text().text();
    }

    private static List<String> texts(String sql) {
        return tokens(sql).stream().map(Token::getText).toList();
    }

    private static List<Token> tokens(String sql) {
        CommonTokenStream stream = new CommonTokenStream(new SqlBaseLexer(new CaseInsensitiveStream(sql)));
        stream.fill();
        return stream.getTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF)
                .toList();
    }
}
