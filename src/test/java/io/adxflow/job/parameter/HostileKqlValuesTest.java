package io.adxflow.job.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.job.model.ParameterType;
import io.adxflow.kql.Kql;
import io.adxflow.kql.syntax.SyntaxText;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Query;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileKqlValuesTest {
    private static final int VALUES = 2_000;

    /** The KQL parser itself says what came out: one literal, with the value that went in; or the value was refused. */
    @ParameterizedTest
    @ValueSource(strings = {"{{v}}", "\"{{v}}\"", "'{{v}}'", "@\"{{v}}\"", "@'{{v}}'", "h'{{v}}'", "```{{v}}```"})
    void aTextIsReadBackAsItself(String template) {
        int filledIn = 0;
        for (String value : Embedded.hostileValues(VALUES)) {
            Filled filled = Embedded.fill(template, Language.KQL, ParameterType.STRING, value);
            if (filled.isComplete()) {
                assertThat(literal(filled.text().text()))
                        .as(template + " with " + value)
                        .contains(value);
                filledIn++;
            }
        }
        assertThat(filledIn).isGreaterThan(VALUES / 5);
    }

    @Test
    void aCommentStaysAComment() {
        String expected = tree("T | where a == 1 // \n| take 5");

        for (String value : Embedded.hostileValues(VALUES)) {
            Filled filled =
                    Embedded.fill("T | where a == 1 //{{v}}\n| take 5", Language.KQL, ParameterType.STRING, value);
            assertThat(tree(filled.text().text())).as(value).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"datetime", "timespan", "guid", "int", "long", "real", "bool"})
    void aTypedLiteralCannotBeLeft(String type) {
        for (String value : Embedded.hostileValues(VALUES)) {
            Filled filled = Embedded.fill(type + "({{v}})", Language.KQL, ParameterType.STRING, value);
            assertThat(filled.isComplete()).as(value).isEqualTo(value.matches("[0-9A-Za-z:.+-]*"));
        }
    }

    @Test
    void aNegativeNumberDoesNotJoinTheOperatorBeforeIt() {
        assertThat(fill("T | where a -{{v}} > 0", ParameterType.LONG, "-5")).isEqualTo("T | where a -long(-5) > 0");
        assertThat(fill("T | where a > dynamic([{{v}}])[0]", ParameterType.REAL, "-0.5"))
                .isEqualTo("T | where a > dynamic([-0.5])[0]");
    }

    private static String fill(String template, ParameterType type, String value) {
        return Embedded.fill(template, Language.KQL, type, value).text().text();
    }

    private static Optional<Object> literal(String kql) {
        Query query = Kql.parse(new SourceText("test", kql));
        assertThat(query.statements()).as(kql).hasSize(1);
        Expression expression =
                ((Statement.ExpressionStatement) query.statements().get(0)).expression();
        assertThat(expression).as(kql).isInstanceOf(Expression.Literal.class);
        return ((Expression.Literal) expression).value();
    }

    private static String tree(String kql) {
        return SyntaxText.of(Kql.parse(new SourceText("test", kql)));
    }
}
