package io.adxflow.kql.language;

import java.math.BigDecimal;

/** Reals as text: the digits that {@link RealDigits} chooses. */
public final class RealText {
    private RealText() {}

    /** As in JSON: a point always shows, and very large and very small numbers have an exponent. */
    public static String ofJson(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "\"NaN\"" : number > 0 ? "\"Infinity\"" : "\"-Infinity\"";
        }
        String text = number == 0 ? "0.0" : ofFinite(number);
        return RealDigits.in(text, number);
    }

    private static String ofFinite(double number) {
        double size = Math.abs(number);
        if (size < 1e-5 || size >= 1e15) {
            return Double.toString(number).replace("E-", "e-").replace("E", "e+");
        }
        String plain = BigDecimal.valueOf(number).toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }
}
