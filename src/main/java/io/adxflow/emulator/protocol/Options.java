package io.adxflow.emulator.protocol;

import io.adxflow.base.http.HttpException;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.TimespanText;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads single client request properties. A value that cannot be read is refused, not skipped. */
final class Options {
    private Options() {}

    static boolean truth(Map<String, String> options, String name) {
        String value = options.getOrDefault(name, "false").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "true", "1" -> true;
            case "false", "0", "" -> false;
            default -> throw bad(name, value, "true or false");
        };
    }

    static Optional<Long> number(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            return Optional.empty();
        }
        String digits = value.replaceFirst("^long\\((.*)\\)$", "$1");
        if (!digits.matches("\\d{1,18}")) {
            throw bad(name, value, "a number");
        }
        return Optional.of(Long.parseLong(digits));
    }

    /** {@code [d.]hh:mm[:ss[.fffffff]]}, in {@code time()} or bare; Grafana leaves a bracket behind it. */
    static Optional<Duration> duration(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            return Optional.empty();
        }
        OptionalLong ticks = TimespanText.ticks(value.replaceFirst("^(?:time(?:span)?\\()?(.*?)\\)?$", "$1"));
        if (ticks.isEmpty() || ticks.getAsLong() < 0) {
            throw bad(name, value, "a timespan such as 00:05:00");
        }
        return Optional.of(Duration.ofNanos(Math.min(ticks.getAsLong(), Long.MAX_VALUE / 100) * 100));
    }

    /** Ticks of 100 ns since 0001-01-01. */
    static OptionalLong datetime(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        OptionalLong ticks = DatetimeText.ticks(value.replaceFirst("^datetime\\((.*)\\)$", "$1"));
        if (ticks.isEmpty()) {
            throw bad(name, value, "a datetime such as 2024-01-31T00:00:00Z");
        }
        return ticks;
    }

    private static HttpException bad(String name, String value, String expected) {
        return new HttpException(400, "option '" + name + "' cannot be '" + value + "': expected " + expected);
    }
}
