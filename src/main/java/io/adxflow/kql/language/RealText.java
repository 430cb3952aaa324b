package io.adxflow.kql.language;

import java.math.BigDecimal;

/** Reals as text: the shortest digits that read back as the same number. */
public final class RealText {
    private RealText() {}

    /** As in JSON: a point always shows, and very large and very small numbers have an exponent. */
    public static String ofJson(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "\"NaN\"" : number > 0 ? "\"Infinity\"" : "\"-Infinity\"";
        }
        double size = Math.abs(number);
        if (size != 0 && (size < 1e-5 || size >= 1e15)) {
            return Double.toString(number).replace("E-", "e-").replace("E", "e+");
        }
        String plain = BigDecimal.valueOf(number).toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }
}
