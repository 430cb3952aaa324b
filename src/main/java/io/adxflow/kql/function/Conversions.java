package io.adxflow.kql.function;

import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.language.KqlType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The conversions that KQL makes by itself: a wider number, text of anything, a dynamic value of anything, and back. */
final class Conversions {
    private static final String QUOTED = "('\"' || %s || '\"')";

    private static final List<KqlFunction> WIDER = List.of(
            scalar("tolong(value: int): long", "{0}::BIGINT", "Widened"),
            scalar("toreal(value: number): real", "{0}::DOUBLE", "Widened"),
            scalar("todecimal(value: integer): decimal", "{0}::DECIMAL(38,18)", "Widened"));

    private static final List<KqlFunction> TO_DYNAMIC = List.of(
            scalar("pack_value(value: string): dynamic", "to_json({0})::VARCHAR", "Packed"),
            scalar("pack_value(value: integer): dynamic", "{0}::VARCHAR", "Packed"),
            scalar("pack_value(value: bool): dynamic", "{0}::VARCHAR", "Packed"),
            scalar(
                    "pack_value(value: real): dynamic",
                    "(CASE WHEN NOT isfinite({0}) OR length({0}::VARCHAR) > 16 OR contains({0}::VARCHAR, 'e')"
                            + " THEN kql_real_json({0}) ELSE {0}::VARCHAR END)",
                    "Packed"),
            scalar("pack_value(value: decimal): dynamic", QUOTED.formatted("kql_decimal_text({0})"), "Packed"),
            scalar("pack_value(value: datetime): dynamic", QUOTED.formatted("kql_datetime_text({0})"), "Packed"),
            scalar("pack_value(value: timespan): dynamic", QUOTED.formatted("kql_timespan_text({0})"), "Packed"),
            scalar("pack_value(value: guid): dynamic", QUOTED.formatted("{0}::VARCHAR"), "Packed"));

    private Conversions() {}

    /** The function of one argument that turns one type into another; empty when KQL does not do that by itself. */
    static Optional<KqlFunction> between(KqlType from, KqlType to) {
        return candidates(from, to)
                .filter(row -> row.signature().takes(1))
                .filter(row -> row.resultType(List.of(from)) == to)
                .filter(row -> row.signature().parameters().get(0).type().accepts(from))
                .findFirst();
    }

    private static Stream<KqlFunction> candidates(KqlType from, KqlType to) {
        if (to == KqlType.DYNAMIC) {
            return TO_DYNAMIC.stream();
        }
        if (to == KqlType.STRING || from == KqlType.DYNAMIC) {
            return ConversionFunctions.ALL.stream().filter(row -> row.name().equals("to" + to.keyword()));
        }
        return WIDER.stream();
    }
}
