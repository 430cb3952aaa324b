package io.adxflow.adx.client;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;

/** Reads the texts in which answers carry values. Each method throws {@link IllegalArgumentException} for other texts. */
final class WireValue {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int FRACTION_DIGITS = 9;

    private WireValue() {}

    /** The value of any type but string, dynamic and datetime. */
    static Object of(AdxType type, String text) {
        return switch (type) {
            case STRING, DYNAMIC, DATETIME -> throw new IllegalStateException("read where it stands: " + type);
            case TIMESPAN -> timespan(text);
            case GUID -> UUID.fromString(text);
            case DECIMAL -> new BigDecimal(text);
            case REAL -> real(text);
            case LONG -> Long.parseLong(text);
            case INT -> Integer.parseInt(text);
            case BOOL -> bool(text);
        };
    }

    /** {@code [-][d.]hh:mm:ss[.fffffff]}. */
    static Duration timespan(String text) {
        boolean negative = text.startsWith("-");
        int start = negative ? 1 : 0;
        int colon = text.indexOf(':');
        if (colon < 0 || text.length() < colon + 6) {
            throw new IllegalArgumentException("not a timespan: '" + text + "'");
        }
        int dot = text.lastIndexOf('.', colon);
        long days = dot < 0 ? 0 : digits(text, start, dot);
        int hours = digits(text, dot < 0 ? start : dot + 1, colon);
        long seconds = days * SECONDS_PER_DAY
                + hours * 3600L
                + digits(text, colon + 1, colon + 3) * 60L
                + digits(text, colon + 4, colon + 6);
        long nanos = text.length() == colon + 6 ? 0 : fraction(text, colon + 7, text.length());
        Duration span = Duration.ofSeconds(seconds, nanos);
        return negative ? span.negated() : span;
    }

    private static double real(String text) {
        return switch (text) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
            default -> throw new IllegalArgumentException("not a bool: '" + text + "'");
        };
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("not a number at " + i + ": '" + text + "'");
            }
            value = Math.addExact(Math.multiplyExact(value, 10), digit);
        }
        if (from >= to) {
            throw new IllegalArgumentException("digits are missing at " + from + ": '" + text + "'");
        }
        return value;
    }

    private static long fraction(String text, int from, int to) {
        if (text.charAt(from - 1) != '.' || to - from > FRACTION_DIGITS) {
            throw new IllegalArgumentException("not a fraction of a second: '" + text + "'");
        }
        long value = digits(text, from, to);
        for (int i = to - from; i < FRACTION_DIGITS; i++) {
            value *= 10;
        }
        return value;
    }
}
