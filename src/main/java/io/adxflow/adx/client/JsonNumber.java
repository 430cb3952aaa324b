package io.adxflow.adx.client;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads the numbers of JSON where they stand, most of them without a text. */
final class JsonNumber {
    private static final Set<String> WORDS = Set.of("true", "false", "null");
    private static final int LONGEST = 19;
    /** With so many digits a number is a double exactly, and so are these powers of ten; one operation then rounds once. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private JsonNumber() {}

    /** @throws IllegalArgumentException unless it is a number, or {@code true}, {@code false} or {@code null} */
    static void checkLiteral(byte[] bytes, int from, int to) {
        if (!isNumber(bytes, from, to) && !WORDS.contains(text(bytes, from, to))) {
            throw not("value", bytes, from, to);
        }
    }

    /** @throws IllegalArgumentException if it is not a whole number of 64 bits */
    static long whole(byte[] bytes, int from, int to) {
        int start = bytes[from] == '-' ? from + 1 : from;
        int digits = to - start;
        if (digits < 1 || digits > LONGEST || bytes[start] == '0' && digits > 1) {
            throw not("long", bytes, from, to);
        }
        long negative = 0;
        for (int i = start; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw not("long", bytes, from, to);
            }
            negative = negative * 10 - digit;
        }
        boolean tooLong = negative > 0 || start == from && negative == Long.MIN_VALUE;
        if (tooLong) {
            throw not("long", bytes, from, to);
        }
        return start == from ? -negative : negative;
    }

    /** @throws IllegalArgumentException if it is not a number */
    static double real(byte[] bytes, int from, int to) {
        int start = bytes[from] == '-' ? from + 1 : from;
        long digits = 0;
        int point = to;
        for (int i = start; i < to && to - start <= EXACT_DIGITS + 1; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (bytes[i] == '.' && point == to && i > start) {
                point = i;
            } else {
                return rounded(bytes, from, to);
            }
        }
        int fraction = Math.max(0, to - point - 1);
        boolean isPlain =
                to - start <= EXACT_DIGITS + 1 && digits < 1_000_000_000_000_000L && isNumber(bytes, from, to);
        if (!isPlain) {
            return rounded(bytes, from, to);
        }
        double value = digits / EXACT_POWERS[fraction];
        return start == from ? value : -value;
    }

    private static double rounded(byte[] bytes, int from, int to) {
        if (!isNumber(bytes, from, to)) {
            throw not("real", bytes, from, to);
        }
        return Double.parseDouble(text(bytes, from, to));
    }

    /** @throws IllegalArgumentException if it is not a number */
    static BigDecimal decimal(byte[] bytes, int from, int to) {
        if (!isNumber(bytes, from, to)) {
            throw not("decimal", bytes, from, to);
        }
        return new BigDecimal(text(bytes, from, to));
    }

    /** {@code -?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?}. */
    private static boolean isNumber(byte[] bytes, int from, int to) {
        int start = from < to && bytes[from] == '-' ? from + 1 : from;
        int at = digits(bytes, start, to);
        if (at == start || bytes[start] == '0' && at > start + 1) {
            return false;
        }
        if (at < to && bytes[at] == '.') {
            int fraction = at + 1;
            at = digits(bytes, fraction, to);
            if (at == fraction) {
                return false;
            }
        }
        if (at < to && (bytes[at] == 'e' || bytes[at] == 'E')) {
            boolean hasSign = at + 1 < to && (bytes[at + 1] == '+' || bytes[at + 1] == '-');
            int exponent = at + (hasSign ? 2 : 1);
            at = digits(bytes, exponent, to);
            if (at == exponent) {
                return false;
            }
        }
        return at == to;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException not(String type, byte[] bytes, int from, int to) {
        return new IllegalArgumentException("expected a " + type + ", found " + text(bytes, from, to));
    }
}
