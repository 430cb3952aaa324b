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

    /** As {@code tostring()} gives it: a point always shows; an exponent from 1e16 and below 1e-4. */
    public static String of(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "inf" : "-inf";
        }
        String text = Double.toString(number);
        int exponent = text.indexOf('E');
        if (exponent < 0) {
            return text;
        }
        double size = Math.abs(number);
        if (size >= 1e-4 && size < 1e16) {
            String plain = new BigDecimal(text).toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = text.substring(0, exponent).replaceFirst("\\.0$", "");
        int power = Integer.parseInt(text.substring(exponent + 1));
        return digits + String.format("e%s%02d", power < 0 ? "-" : "+", Math.abs(power));
    }
}
