package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Expressions;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.LiteralValue;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.And;
import org.apache.spark.sql.connector.expressions.filter.Not;
import org.apache.spark.sql.connector.expressions.filter.Or;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class PredicateToKqlTest {
    private final PredicateToKql translator = new PredicateToKql(List.of(
            new ReadColumn("b", ReadType.BOOL),
            new ReadColumn("l", ReadType.LONG),
            new ReadColumn("r", ReadType.REAL),
            new ReadColumn("d", ReadType.DECIMAL),
            new ReadColumn("s", ReadType.STRING),
            new ReadColumn("it's \\", ReadType.STRING),
            new ReadColumn("t", ReadType.DATETIME),
            new ReadColumn("g", ReadType.GUID),
            new ReadColumn("j", ReadType.DYNAMIC)));

    @Test
    void namesAndTextsAreEscaped() {
        assertThat(kql(of("=", "it's \\", text("a'b\\c\n\u0001"))))
                .contains("['it\\'s \\\\'] == 'a\\'b\\\\c\\n\\u0001'");
    }

    @Test
    void numbersCarryTheirType() {
        assertThat(kql(of("<=", "l", longValue(Long.MIN_VALUE)))).contains("['l'] <= long(-9223372036854775808)");
        assertThat(kql(of("=", "b", value(true, DataTypes.BooleanType)))).contains("['b'] == bool(true)");
    }

    @Test
    void aLiteralOfAnotherTypeStaysWithSpark() {
        assertThat(kql(of("=", "l", value(1, DataTypes.IntegerType)))).isEmpty();
    }

    @Test
    void aNullIsNotDifferent() {
        assertThat(kql(of("<>", "l", longValue(5)))).contains("(isnotnull(['l']) and ['l'] != long(5))");
        assertThat(kql(new Not(of("=", "l", longValue(5))))).contains("(isnotnull(['l']) and ['l'] != long(5))");
        assertThat(kql(new Not(of("<=>", "l", longValue(5))))).contains("(isnull(['l']) or ['l'] != long(5))");
    }

    @Test
    void aStringIsNeverNull() {
        assertThat(kql(of("IS_NULL", "s"))).contains("false");
        assertThat(kql(of("IS_NOT_NULL", "s"))).contains("true");
        assertThat(kql(of("<>", "s", text("x")))).contains("['s'] != 'x'");
    }

    @Test
    void theOrderOfTextsStaysWithSpark() {
        assertThat(kql(of("<", "s", text("x")))).isEmpty();
    }

    /** Half a pair of surrogates, in the bytes that no text of ADX has. */
    @Test
    void textsThatAreNotUtf8StayWithSpark() {
        Literal<?> half =
                value(UTF8String.fromBytes(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}), DataTypes.StringType);
        for (String operator : List.of("=", "<>", "IN", "STARTS_WITH", "CONTAINS")) {
            assertThat(kql(of(operator, "s", half))).as(operator).isEmpty();
            assertThat(kql(new Not(of(operator, "s", half)))).as(operator).isEmpty();
        }
        assertThat(kql(of("=", "s", text("\ufffd")))).contains("['s'] == '\ufffd'");
    }

    @Test
    void partsOfTextsAreCaseSensitive() {
        assertThat(kql(of("STARTS_WITH", "s", text("x")))).contains("['s'] startswith_cs 'x'");
        assertThat(kql(new Not(of("CONTAINS", "s", text("x"))))).contains("['s'] !contains_cs 'x'");
        assertThat(kql(of("ENDS_WITH", "g", text("x")))).isEmpty();
    }

    @Test
    void nanIsGreaterThanEveryNumber() {
        assertThat(kql(of(">", "r", real(1.5)))).contains("(['r'] > real(1.5) or isnan(['r']))");
        assertThat(kql(of("<", "r", real(1.5)))).contains("['r'] < real(1.5)");
        assertThat(kql(of("=", "r", real(Double.NaN)))).isEmpty();
    }

    @Test
    void aMicrosecondOfSparkIsARangeOfTicks() {
        Literal<?> micros = value(
                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2024-01-02T03:04:05.123456Z")),
                DataTypes.TimestampType);
        assertThat(kql(of("=", "t", micros)))
                .contains("(['t'] >= datetime(2024-01-02T03:04:05.123456Z) and"
                        + " ['t'] < datetime(2024-01-02T03:04:05.123457Z))");
        assertThat(kql(of("<=", "t", micros))).contains("['t'] < datetime(2024-01-02T03:04:05.123457Z)");
        assertThat(kql(of(">", "t", micros))).contains("['t'] >= datetime(2024-01-02T03:04:05.123457Z)");
    }

    @Test
    void datetimesThatAdxCannotHoldStayWithSpark() {
        assertThat(kql(of("<", "t", value(Long.MAX_VALUE / 2, DataTypes.TimestampType))))
                .isEmpty();
    }

    @Test
    void aListWithNullIsTrueForItsOtherMembersAndFalseForNone() {
        Predicate in = of("IN", "l", longValue(1), value(null, DataTypes.LongType), longValue(2));
        assertThat(kql(in)).contains("(['l'] == long(1) or ['l'] == long(2))");
        assertThat(kql(new Not(in))).contains("false");
        assertThat(kql(new Not(of("IN", "l", longValue(1))))).contains("(isnotnull(['l']) and (['l'] != long(1)))");
    }

    @Test
    void aGuidIsLookedForInItsOneForm() {
        String guid = "74be27de-1e4e-49d9-b579-fe0b331d3642";
        assertThat(kql(of("=", "g", text(guid)))).contains("['g'] == guid(" + guid + ")");
        assertThat(kql(of("=", "g", text(guid.toUpperCase(Locale.ROOT))))).isEmpty();
    }

    @Test
    void negationGoesToTheLeaves() {
        Predicate both = new And(of("=", "l", longValue(1)), of("IS_NULL", "r"));
        assertThat(kql(new Not(both))).contains("((isnotnull(['l']) and ['l'] != long(1)) or isnotnull(['r']))");
    }

    @Test
    void whatIsHalfTranslatableIsNotTranslated() {
        assertThat(kql(new Or(of("=", "l", longValue(1)), of("=", "d", longValue(1)))))
                .isEmpty();
        assertThat(kql(of("IS_NULL", "j"))).isEmpty();
        assertThat(kql(new Predicate("BOOLEAN_EXPRESSION", new Expression[0]))).isEmpty();
    }

    private Optional<String> kql(Predicate predicate) {
        return translator.translate(predicate);
    }

    private static Predicate of(String name, String column, Literal<?>... values) {
        Expression[] children =
                Stream.concat(Stream.of(new Field(column)), Stream.of(values)).toArray(Expression[]::new);
        return new Predicate(name, children);
    }

    private static Literal<?> text(String text) {
        return value(UTF8String.fromString(text), DataTypes.StringType);
    }

    private static Literal<?> longValue(long number) {
        return value(number, DataTypes.LongType);
    }

    private static Literal<?> real(double number) {
        return value(number, DataTypes.DoubleType);
    }

    private static Literal<?> value(Object value, DataType type) {
        return new LiteralValue<>(value, type);
    }

    /** {@link Expressions#column} parses its argument, and these names are no identifiers. */
    private record Field(String name) implements NamedReference {
        @Override
        public String[] fieldNames() {
            return new String[] {name};
        }
    }
}
