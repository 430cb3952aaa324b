package io.adxflow.kql.function;

import static io.adxflow.kql.function.KqlFunction.scalar;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code bin()} and its kin: down to a multiple of a step; datetimes count from year 1. A step that is not positive gives
 * null.
 */
final class BinFunctions {
    private static final String WHOLE =
            "(CASE WHEN {1} > 0 THEN {0} - {0} % {1} - (CASE WHEN {0} % {1} < 0 THEN {1} ELSE 0 END) END)";
    private static final String REAL = "(CASE WHEN {1} > 0 THEN floor({0} / {1}) * {1} END)";
    private static final String WHOLE_AT =
            "(CASE WHEN {1} > 0 THEN {0} - ({0} - {2}) % {1} - (CASE WHEN ({0} - {2}) % {1} < 0 THEN {1} ELSE 0 END) END)";
    private static final String REAL_AT = "(CASE WHEN {1} > 0 THEN floor(({0} - {2}) / {1}) * {1} + {2} END)";

    private static final List<KqlFunction> BIN = List.of(
            scalar(
                            "bin(value: datetime, step: timespan): datetime",
                            "(CASE WHEN {1} > 0 THEN {0} - {0} % {1} END)",
                            "Down to a multiple of a timespan since year 1")
                    .named(),
            scalar("bin(value: timespan, step: timespan): timespan", WHOLE, "Down to a multiple")
                    .named(),
            scalar("bin(value: long, step: long): long", WHOLE, "Down to a multiple")
                    .named(),
            scalar("bin(value: real, step: real): real", REAL, "Down to a multiple")
                    .named(),
            scalar("bin(value: decimal, step: decimal): decimal", WHOLE, "Down to a multiple")
                    .named());

    static final List<KqlFunction> ALL = all();

    private BinFunctions() {}

    private static List<KqlFunction> all() {
        List<KqlFunction> all = new ArrayList<>(BIN);
        BIN.forEach(row -> all.add(row.renamed("floor")));
        all.add(scalar(
                        "bin_at(value: datetime, step: timespan, fixed: datetime): datetime",
                        WHOLE_AT,
                        "Down to a step from a fixed point")
                .named());
        all.add(scalar(
                        "bin_at(value: timespan, step: timespan, fixed: timespan): timespan",
                        WHOLE_AT,
                        "Down to a step from a fixed point")
                .named());
        all.add(scalar(
                        "bin_at(value: long, step: long, fixed: long): long",
                        WHOLE_AT,
                        "Down to a step from a fixed point")
                .named());
        all.add(scalar(
                        "bin_at(value: real, step: real, fixed: real): real",
                        REAL_AT,
                        "Down to a step from a fixed point")
                .named());
        return List.copyOf(all);
    }
}
