package io.adxflow.kql.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, bools and guids read from text as the {@code to…()} functions do; null when the text is something else. */
public final class NumberText {
    private static final Pattern HEX = Pattern.compile("0[xX]([0-9a-fA-F]{1,16})");
    private static final Pattern REAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern GUID = Pattern.compile("\\{?\\(?([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})"
            + "-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12})}?\\)?");

    /** What a decimal can hold here, and in Kusto. */
    private static final int WHOLE_DIGITS = 20;

    private static final int KUSTO_DIGITS = 34;

    private NumberText() {}

    public static String of(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped).toPlainString();
    }

    public static Long readLong(String text) {
        String digits = text.trim();
        if (HEX.matcher(digits).matches()) {
            return Long.parseUnsignedLong(digits.substring(2), 16);
        }
        if (digits.isEmpty() || digits.length() > 40) {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            boolean isSign = i == 0 && (digit == '-' || digit == '+') && digits.length() > 1;
            if (!isSign && (digit < '0' || digit > '9')) {
                return null;
            }
        }
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException beyondLong) {
            return null;
        }
    }

    public static Double readReal(String text) {
        String number = text.trim();
        if (REAL.matcher(number).matches()) {
            return Double.valueOf(number);
        }
        return switch (number.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    public static BigDecimal readDecimal(String text) {
        String number = text.trim();
        if (!REAL.matcher(number).matches()) {
            return null;
        }
        BigDecimal value = new BigDecimal(number);
        int wholeDigits = value.signum() == 0 ? 0 : value.precision() - value.scale();
        if (wholeDigits > WHOLE_DIGITS && wholeDigits <= KUSTO_DIGITS) {
            throw new IllegalArgumentException(
                    "decimals of more than " + WHOLE_DIGITS + " digits before the point are not supported: " + number);
        }
        return wholeDigits > KUSTO_DIGITS ? null : value.setScale(18, RoundingMode.HALF_UP);
    }

    public static Boolean readBool(String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> {
                Long number = readLong(text);
                yield number == null ? null : (Boolean) (number != 0);
            }
        };
    }

    /** To so many digits behind the point, or before it; halves away from zero. */
    public static BigDecimal round(BigDecimal value, long digits) {
        int scale = (int) Math.max(-20, Math.min(18, digits));
        return value.setScale(scale, RoundingMode.HALF_UP).setScale(18, RoundingMode.UNNECESSARY);
    }

    /** The guid with dashes in lower case. */
    public static String readGuid(String text) {
        Matcher matcher = GUID.matcher(text.trim());
        return matcher.matches()
                ? UUID.fromString(matcher.replaceAll("$1-$2-$3-$4-$5")).toString()
                : null;
    }
}
