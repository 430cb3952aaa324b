package io.adxflow.kql.language;

/**
 * Reals as text. A point always shows; from 1e21 on and below 0.000001 there is an exponent, without a plus. The digits are
 * those of {@link RealDigits}.
 */
public final class RealText {
    private static final int MOST_DIGITS_AHEAD = 21;
    private static final int MOST_ZEROS_BEHIND = 6;

    private RealText() {}

    /** As {@code tostring()} writes it. */
    public static String of(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "inf" : "-inf";
        }
        return sign(number) + (number == 0 ? "0.0" : ofDigits(RealDigits.of(number)));
    }

    /** As a dynamic value holds it: what JSON has no number for is text. */
    public static String ofJson(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "\"NaN\"" : number > 0 ? "\"Infinity\"" : "\"-Infinity\"";
        }
        return of(number);
    }

    private static String sign(double number) {
        return Double.doubleToRawLongBits(number) < 0 ? "-" : "";
    }

    private static String ofDigits(RealDigits.Found found) {
        String digits = found.digits();
        int point = digits.length() + found.exponent();
        if (found.exponent() >= 0 && point <= MOST_DIGITS_AHEAD) {
            return digits + "0".repeat(found.exponent()) + ".0";
        }
        if (point > 0 && point <= MOST_DIGITS_AHEAD) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (point > -MOST_ZEROS_BEHIND && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String rest = digits.substring(1);
        return digits.charAt(0) + (rest.isEmpty() ? "" : "." + rest) + "e" + (point - 1);
    }
}
