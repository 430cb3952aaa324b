package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.DateTimeFormat;
import io.adxflow.kql.value.Ticks;
import java.util.List;

/** Timespans: made of parts, and as text. */
final class TimespanFunctions {
    static final List<KqlFunction> ALL = List.of(
            scalar(
                    "make_timespan(hour: long, minute: long): timespan",
                    "kql_make_timespan(0, {0}, {1}, 0.0)",
                    "A timespan of parts; null when a part is out of range"),
            scalar(
                    "make_timespan(hour: long, minute: long, second: real): timespan",
                    "kql_make_timespan(0, {0}, {1}, {2})",
                    "A timespan of parts; null when a part is out of range"),
            scalar(
                    "make_timespan(day: long, hour: long, minute: long, second: real): timespan",
                    "kql_make_timespan({0}, {1}, {2}, {3})",
                    "A timespan of parts; null when a part is out of range"),
            scalar("make_timespan(value: text): timespan", "kql_text_to_timespan({0})", "Read from text")
                    .named(),
            scalar(
                    "format_timespan(timespan: timespan, format: string): string",
                    "coalesce(kql_format_timespan({0}, {1}), '')",
                    "Text in a pattern such as d.hh:mm:ss.fff"));

    static final List<JavaFunction> JAVA = List.of(
            java("kql_make_timespan(long, long, long, real): timespan", TimespanFunctions::make),
            java("kql_format_timespan(timespan, string): string", DateTimeFormat::timespan));

    private TimespanFunctions() {}

    private static Long make(long day, long hour, long minute, double second) {
        boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return isTime
                ? Long.valueOf(
                        day * Ticks.DAY + hour * Ticks.HOUR + minute * Ticks.MINUTE + Math.round(second * Ticks.SECOND))
                : null;
    }
}
