package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.Ticks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Ints count as longs, and longs that overflow wrap around. Whole numbers divide towards zero, a division by zero gives null;
 * the remainder is never negative. A timespan that overflows is an error of the query.
 */
final class ArithmeticOperators {
    private static final String REMAINDER = "((({0} % {1}) + abs({1})) % abs({1}))";
    /** DuckDB refuses an overflow; only then, and for nulls, Java computes the value again. */
    private static final String WRAPPED = "coalesce(try(%s), %s({0}, {1}))";

    /** Products overflow often where texts are hashed, so the small factors are told apart beforehand. */
    private static final String PRODUCT =
            "(CASE WHEN {0} BETWEEN -3037000499 AND 3037000499 AND {1} BETWEEN -3037000499 AND 3037000499"
                    + " THEN {0} * {1} ELSE kql_long_times({0}, {1}) END)";

    private static final String TIMES = "TRY_CAST(round({0} * {1}) AS BIGINT)";

    // There is no datetime before year 1 or after year 9999.
    private static final String LATER =
            "(CASE WHEN try({0} + {1}) BETWEEN 0 AND " + Ticks.LATEST + " THEN {0} + {1} END)";
    private static final String EARLIER = LATER.replace(" + ", " - ");

    static final List<KqlFunction> ALL = List.of(
            scalar("+(value: long): long", "{0}", "The value"),
            scalar("+(value: real): real", "{0}", "The value"),
            scalar("+(value: decimal): decimal", "{0}", "The value"),
            scalar("+(value: timespan): timespan", "{0}", "The value"),
            scalar("-(value: long): long", "coalesce(try(-{0}), {0})", "The negative"),
            scalar("-(value: real): real", "(-{0})", "The negative"),
            scalar("-(value: decimal): decimal", "(-{0})", "The negative"),
            scalar("-(value: timespan): timespan", "(-{0})", "The negative"),
            scalar("+(left: long, right: long): long", WRAPPED.formatted("{0} + {1}", "kql_long_plus"), "The sum"),
            scalar("+(left: real, right: real): real", "({0} + {1})", "The sum"),
            scalar("+(left: decimal, right: decimal): decimal", "({0} + {1})", "The sum"),
            scalar("+(left: datetime, right: timespan): datetime", LATER, "Later by a timespan; null beyond year 9999"),
            scalar("+(left: timespan, right: datetime): datetime", LATER, "Later by a timespan; null beyond year 9999"),
            scalar("+(left: timespan, right: timespan): timespan", "({0} + {1})", "The sum"),
            scalar(
                    "-(left: long, right: long): long",
                    WRAPPED.formatted("{0} - {1}", "kql_long_minus"),
                    "The difference"),
            scalar("-(left: real, right: real): real", "({0} - {1})", "The difference"),
            scalar("-(left: decimal, right: decimal): decimal", "({0} - {1})", "The difference"),
            scalar(
                    "-(left: datetime, right: timespan): datetime",
                    EARLIER,
                    "Earlier by a timespan; null before year 1"),
            scalar("-(left: datetime, right: datetime): timespan", "({0} - {1})", "The time between"),
            scalar("-(left: timespan, right: timespan): timespan", "({0} - {1})", "The difference"),
            scalar("*(left: long, right: long): long", PRODUCT, "The product"),
            scalar("*(left: real, right: real): real", "({0} * {1})", "The product"),
            scalar("*(left: decimal, right: decimal): decimal", "kql_decimal_times({0}, {1})", "The product"),
            scalar("*(left: timespan, right: long): timespan", "({0} * {1})", "So many times as long"),
            scalar("*(left: timespan, right: real): timespan", TIMES, "So many times as long"),
            scalar("*(left: long, right: timespan): timespan", "({0} * {1})", "So many times as long"),
            scalar("*(left: real, right: timespan): timespan", TIMES, "So many times as long"),
            scalar(
                    "/(left: long, right: long): long",
                    WRAPPED.formatted("{0} // {1}", "kql_long_over"),
                    "The quotient, cut towards zero"),
            scalar("/(left: real, right: real): real", "({0} / {1})", "The quotient"),
            scalar("/(left: decimal, right: decimal): decimal", "kql_decimal_over({0}, {1})", "The quotient"),
            scalar("/(left: timespan, right: timespan): real", "({0}::DOUBLE / {1}::DOUBLE)", "How often one fits"),
            scalar("/(left: timespan, right: long): timespan", "({0} // {1})", "A part of a timespan"),
            scalar(
                    "/(left: timespan, right: real): timespan",
                    "TRY_CAST(round({0} / {1}) AS BIGINT)",
                    "A part of a timespan"),
            scalar("/(left: datetime, right: timespan): real", "({0}::DOUBLE / {1}::DOUBLE)", "Timespans since year 1"),
            scalar(
                    "%(left: long, right: long): long",
                    WRAPPED.formatted(REMAINDER, "kql_long_mod"), "The remainder, never negative"),
            scalar("%(left: real, right: real): real", REMAINDER, "The remainder, never negative"),
            scalar("%(left: decimal, right: decimal): decimal", "kql_decimal_mod({0}, {1})", "The remainder"),
            scalar("%(left: timespan, right: timespan): timespan", REMAINDER, "The remainder, never negative"),
            scalar("%(left: datetime, right: timespan): timespan", "({0} % {1})", "The time since the last multiple"));

    static final List<JavaFunction> JAVA = List.of(
            java("kql_long_plus(long, long): long", (Long left, Long right) -> left + right),
            java("kql_long_minus(long, long): long", (Long left, Long right) -> left - right),
            java("kql_long_times(long, long): long", (Long left, Long right) -> left * right),
            java(
                    "kql_long_over(long, long): long",
                    (Long left, Long right) -> right == 0 ? null : (Long) (left / right)),
            java(
                    "kql_long_mod(long, long): long",
                    (Long left, Long right) -> right == 0 ? null : (Long) remainder(left, right)),
            java(
                    "kql_decimal_times(decimal, decimal): decimal",
                    (BigDecimal left, BigDecimal right) -> left.multiply(right).setScale(18, RoundingMode.HALF_UP)),
            java(
                    "kql_decimal_over(decimal, decimal): decimal",
                    (BigDecimal left, BigDecimal right) ->
                            right.signum() == 0 ? null : left.divide(right, 18, RoundingMode.HALF_UP)),
            java(
                    "kql_decimal_mod(decimal, decimal): decimal",
                    (BigDecimal left, BigDecimal right) -> right.signum() == 0
                            ? null
                            : left.remainder(right).add(right.abs()).remainder(right.abs())));

    private ArithmeticOperators() {}

    private static long remainder(long value, long divisor) {
        long remainder = value % divisor;
        return remainder >= 0 ? remainder : divisor < 0 ? remainder - divisor : remainder + divisor;
    }
}
