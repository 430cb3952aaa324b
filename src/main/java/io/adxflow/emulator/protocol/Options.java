package io.adxflow.emulator.protocol;

import io.adxflow.base.http.HttpException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single client request properties. A value that cannot be read is refused, not skipped. */
final class Options {
    private static final Pattern TIMESPAN =
            Pattern.compile("(?:(\\d{1,6})\\.)?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,7}))?)?");

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

    /** {@code [d.]hh:mm[:ss[.fffffff]]}. */
    static Optional<Duration> duration(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            return Optional.empty();
        }
        Matcher parts = TIMESPAN.matcher(value.replaceFirst("^time(?:span)?\\((.*)\\)$", "$1"));
        if (!parts.matches()) {
            throw bad(name, value, "a timespan such as 00:05:00");
        }
        String fraction = parts.group(5) == null ? "0" : (parts.group(5) + "000000").substring(0, 7);
        return Optional.of(Duration.ofDays(part(parts, 1))
                .plusHours(part(parts, 2))
                .plusMinutes(part(parts, 3))
                .plusSeconds(part(parts, 4))
                .plusNanos(Long.parseLong(fraction) * 100));
    }

    private static long part(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }

    private static HttpException bad(String name, String value, String expected) {
        return new HttpException(400, "option '" + name + "' cannot be '" + value + "': expected " + expected);
    }
}
