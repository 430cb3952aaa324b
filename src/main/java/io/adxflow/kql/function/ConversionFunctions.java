package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.RealText;
import io.adxflow.kql.language.TimespanText;
import io.adxflow.kql.value.NumberText;
import io.adxflow.kql.value.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** {@code to…()}: what does not convert gives null; text is never null. */
final class ConversionFunctions {
    private static final String TEXT_OF_BOOL = "(CASE {0} WHEN true THEN 'True' WHEN false THEN 'False' ELSE '' END)";

    /** Up to 15 digits without an exponent there is one text only, which DuckDB writes too. */
    private static final String TEXT_OF_REAL =
            "coalesce(CASE WHEN length({0}::VARCHAR) > 16 OR contains({0}::VARCHAR, 'e')"
                    + " OR isnan({0}) THEN kql_real_text({0}) ELSE {0}::VARCHAR END, '')";

    /** Most are whole numbers, which DuckDB reads itself; it would round a number with a point. */
    private static final String LONG_INSIDE =
            "coalesce(CASE WHEN NOT contains({0}, '.') THEN TRY_CAST({0} AS BIGINT) END, kql_dynamic_to_long({0}))";

    private static final List<KqlFunction> TEXT = List.of(
            scalar("tostring(value: string): string", "{0}", "The value as text")
                    .named(),
            scalar("tostring(value: integer): string", "coalesce({0}::VARCHAR, '')", "The value as text")
                    .named(),
            scalar("tostring(value: bool): string", TEXT_OF_BOOL, "'True' or 'False'")
                    .named(),
            scalar("tostring(value: real): string", TEXT_OF_REAL, "The shortest text that is read as the same number")
                    .named(),
            scalar("tostring(value: decimal): string", "coalesce(kql_decimal_text({0}), '')", "The value as text")
                    .named(),
            scalar(
                            "tostring(value: datetime): string",
                            "coalesce(kql_datetime_text({0}), '')",
                            "ISO 8601 with seven digits")
                    .named(),
            scalar(
                            "tostring(value: timespan): string",
                            "coalesce(kql_timespan_text({0}), '')",
                            "[-][d.]hh:mm:ss[.fffffff]")
                    .named(),
            scalar("tostring(value: guid): string", "coalesce({0}::VARCHAR, '')", "Lower case with dashes")
                    .named(),
            scalar(
                            "tostring(value: dynamic): string",
                            "coalesce({0} ->> '$', '')",
                            "A string without quotes, else JSON")
                    .named());

    private static final List<KqlFunction> NUMBERS = List.of(
            scalar("toint(value: int): int", "{0}", "The value").named(),
            scalar("toint(value: long): int", "kql_long_to_int({0})", "The lowest 32 bits")
                    .named(),
            scalar("toint(value: real): int", "TRY_CAST(trunc({0}) AS INTEGER)", "The whole part")
                    .named(),
            scalar("toint(value: decimal): int", "TRY_CAST(trunc({0}) AS INTEGER)", "The whole part")
                    .named(),
            scalar("toint(value: bool): int", "{0}::INTEGER", "1 or 0").named(),
            scalar(
                            "toint(value: string): int",
                            "TRY_CAST(kql_text_to_long({0}) AS INTEGER)",
                            "A whole number read from text")
                    .named(),
            scalar("toint(value: timespan): int", "kql_long_to_int({0})", "The lowest 32 bits of the ticks")
                    .named(),
            scalar("toint(value: datetime): int", "kql_long_to_int({0})", "The lowest 32 bits of the ticks")
                    .named(),
            scalar("toint(value: dynamic): int", "TRY_CAST(" + LONG_INSIDE + " AS INTEGER)", "The value inside")
                    .named(),
            scalar("tolong(value: integer): long", "{0}::BIGINT", "The value").named(),
            scalar(
                            "tolong(value: real): long",
                            "coalesce(TRY_CAST(trunc({0}) AS BIGINT),"
                                    + " CASE WHEN isfinite({0}) THEN '-9223372036854775808'::BIGINT END)",
                            "The whole part; the least long when it is too large for one")
                    .named(),
            scalar("tolong(value: decimal): long", "TRY_CAST(trunc({0}) AS BIGINT)", "The whole part")
                    .named(),
            scalar("tolong(value: bool): long", "{0}::BIGINT", "1 or 0").named(),
            scalar("tolong(value: string): long", "kql_text_to_long({0})", "A whole number read from text")
                    .named(),
            scalar("tolong(value: timespan): long", "{0}", "The ticks").named(),
            scalar("tolong(value: datetime): long", "{0}", "The ticks since year 1")
                    .named(),
            scalar("tolong(value: dynamic): long", LONG_INSIDE, "The value inside")
                    .named());

    private static final List<KqlFunction> REALS = List.of(
            scalar("toreal(value: real): real", "{0}", "The value").named(),
            scalar("toreal(value: integer): real", "{0}::DOUBLE", "The value").named(),
            scalar("toreal(value: decimal): real", "{0}::DOUBLE", "The nearest real")
                    .named(),
            scalar("toreal(value: bool): real", "{0}::INTEGER::DOUBLE", "1 or 0")
                    .named(),
            scalar("toreal(value: string): real", "kql_text_to_real({0})", "A number read from text")
                    .named(),
            scalar("toreal(value: timespan): real", "{0}::DOUBLE", "The ticks").named(),
            scalar("toreal(value: datetime): real", "{0}::DOUBLE", "The ticks since year 1")
                    .named(),
            scalar("toreal(value: dynamic): real", "kql_dynamic_to_real({0})", "The value inside")
                    .named(),
            scalar(
                            "todecimal(value: number): decimal",
                            "TRY_CAST({0} AS DECIMAL(38,18))",
                            "The value with 18 digits behind the point")
                    .named(),
            scalar("todecimal(value: string): decimal", "kql_text_to_decimal({0})", "A number read from text")
                    .named(),
            scalar("todecimal(value: dynamic): decimal", "kql_text_to_decimal({0} ->> '$')", "The value inside")
                    .named());

    private static final List<KqlFunction> OTHERS = List.of(
            scalar("tobool(value: bool): bool", "{0}", "The value").named(),
            scalar("tobool(value: number): bool", "({0} <> 0)", "Whether it is not zero")
                    .named(),
            scalar(
                            "tobool(value: string): bool",
                            "kql_text_to_bool({0})",
                            "'true', 'false' or a number, read from text")
                    .named(),
            scalar("tobool(value: dynamic): bool", "kql_text_to_bool({0} ->> '$')", "The value inside")
                    .named(),
            scalar("todatetime(value: datetime): datetime", "{0}", "The value").named(),
            scalar(
                            "todatetime(value: integer): datetime",
                            "kql_ticks_to_datetime({0}::BIGINT)",
                            "From ticks since year 1")
                    .named(),
            scalar(
                            "todatetime(value: real): datetime",
                            "kql_ticks_to_datetime(TRY_CAST(trunc({0}) AS BIGINT))",
                            "From ticks since year 1")
                    .named(),
            scalar(
                            "todatetime(value: string): datetime",
                            "kql_text_to_datetime({0})",
                            "Read from ISO 8601, US order or RFC 822 text")
                    .named(),
            scalar("todatetime(value: dynamic): datetime", "kql_dynamic_to_datetime({0})", "The value inside")
                    .named(),
            scalar("totimespan(value: timespan): timespan", "{0}", "The value").named(),
            scalar("totimespan(value: integer): timespan", "{0}::BIGINT", "From ticks")
                    .named(),
            scalar("totimespan(value: real): timespan", "TRY_CAST(trunc({0}) AS BIGINT)", "From ticks")
                    .named(),
            scalar(
                            "totimespan(value: string): timespan",
                            "kql_text_to_timespan({0})",
                            "Read from text such as 1.02:03:04 or 90m")
                    .named(),
            scalar("totimespan(value: dynamic): timespan", "kql_dynamic_to_timespan({0})", "The value inside")
                    .named(),
            scalar("toguid(value: guid): guid", "{0}", "The value").named(),
            scalar(
                            "toguid(value: string): guid",
                            "kql_text_to_guid({0})::UUID",
                            "Read from text, with or without dashes")
                    .named(),
            scalar("toguid(value: dynamic): guid", "kql_text_to_guid({0} ->> '$')::UUID", "The value inside")
                    .named(),
            scalar("gettype(value: bool): string", "'bool'", "The type of the value"),
            scalar("gettype(value: int): string", "'int'", "The type of the value"),
            scalar("gettype(value: long): string", "'long'", "The type of the value"),
            scalar("gettype(value: real): string", "'real'", "The type of the value"),
            scalar("gettype(value: decimal): string", "'decimal'", "The type of the value"),
            scalar("gettype(value: string): string", "'string'", "The type of the value"),
            scalar("gettype(value: datetime): string", "'datetime'", "The type of the value"),
            scalar("gettype(value: timespan): string", "'timespan'", "The type of the value"),
            scalar("gettype(value: guid): string", "'guid'", "The type of the value"),
            scalar("gettype(value: dynamic): string", "kql_dynamic_type({0})", "The type of the value inside"));

    static final List<KqlFunction> ALL = all();

    static final List<JavaFunction> JAVA = List.of(
            java("kql_real_text(real): string", (Double number) -> RealText.of(number)),
            java("kql_real_json(real): dynamic", RealText::ofJson),
            java("kql_decimal_text(decimal): string", NumberText::of),
            java("kql_datetime_text(datetime): string", DatetimeText::of),
            java("kql_timespan_text(timespan): string", TimespanText::of),
            java("kql_long_to_int(long): int", (Long value) -> value.intValue()),
            java("kql_text_to_long(string): long", NumberText::readLong),
            java("kql_text_to_real(string): real", NumberText::readReal),
            java("kql_text_to_decimal(string): decimal", NumberText::readDecimal),
            java("kql_text_to_bool(string): bool", NumberText::readBool),
            java("kql_text_to_datetime(string): datetime", ConversionFunctions::datetime),
            java("kql_text_to_timespan(string): timespan", ConversionFunctions::timespan),
            java("kql_text_to_guid(string): string", NumberText::readGuid),
            java("kql_ticks_to_datetime(long): datetime", Ticks::datetimeOrNull),
            java("kql_dynamic_to_long(dynamic): long", DynamicValue::toLong),
            java("kql_dynamic_to_real(dynamic): real", DynamicValue::toReal),
            java("kql_dynamic_to_datetime(dynamic): datetime", DynamicValue::toDatetime),
            java("kql_dynamic_to_timespan(dynamic): timespan", DynamicValue::toTimespan),
            java("kql_dynamic_type(dynamic): string", DynamicValue::type).withNulls());

    private ConversionFunctions() {}

    static Long datetime(String text) {
        return orNull(DatetimeText.ticks(text));
    }

    static Long timespan(String text) {
        return orNull(TimespanText.ticks(text));
    }

    private static Long orNull(OptionalLong ticks) {
        return ticks.isPresent() ? (Long) ticks.getAsLong() : null;
    }

    private static List<KqlFunction> all() {
        List<KqlFunction> all = new ArrayList<>();
        List.of(TEXT, NUMBERS, REALS, OTHERS).forEach(all::addAll);
        REALS.stream().filter(row -> row.name().equals("toreal")).forEach(row -> all.add(row.renamed("todouble")));
        OTHERS.stream().filter(row -> row.name().equals("tobool")).forEach(row -> all.add(row.renamed("toboolean")));
        return List.copyOf(all);
    }
}
