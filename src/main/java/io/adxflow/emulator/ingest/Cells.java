package io.adxflow.emulator.ingest;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.TimespanText;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Text as values. As in Kusto a text that is no value of the type reads as null, or as the empty string, and the row stays.
 *
 * @see <a href="https://learn.microsoft.com/kusto/ingestion-supported-formats">Data formats supported for ingestion</a>
 */
final class Cells {
    private static final int LONGEST_EXACT = 18;
    private static final int DECIMAL_DIGITS = 20;

    private Cells() {}

    static Object read(KqlType type, char[] text, int start, int end) {
        if (start == end) {
            return type == KqlType.STRING ? "" : null;
        }
        if ((type == KqlType.LONG || type == KqlType.INT) && isPlainInteger(text, start, end)) {
            long number = plainInteger(text, start, end);
            return type == KqlType.LONG ? (Object) number : asInt(number);
        }
        if (type == KqlType.DATETIME) {
            long ticks = IsoDatetime.ticks(text, start, end);
            if (ticks >= 0) {
                return ticks;
            }
        }
        return read(type, new String(text, start, end - start));
    }

    static Object read(KqlType type, String text) {
        return switch (type) {
            case STRING -> text;
            case BOOL -> bool(text);
            case INT -> integer(text, Integer.MIN_VALUE, Integer.MAX_VALUE) instanceof Long number
                    ? (Object) number.intValue()
                    : null;
            case LONG -> integer(text, Long.MIN_VALUE, Long.MAX_VALUE);
            case REAL -> real(text);
            case DECIMAL -> decimal(text);
            case DATETIME -> boxed(DatetimeText.ticks(text));
            case TIMESPAN -> boxed(TimespanText.ticks(text));
            case GUID -> guid(text);
            case DYNAMIC -> dynamic(text);
        };
    }

    private static Object asInt(long number) {
        return number == (int) number ? (Object) (int) number : null;
    }

    private static Object bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    private static Object integer(String text, long min, long max) {
        try {
            long number = Long.parseLong(text.strip());
            return number >= min && number <= max ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Object real(String text) {
        try {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "nan" -> Double.NaN;
                case "inf", "+inf", "infinity", "+infinity", "\u221e" -> Double.POSITIVE_INFINITY;
                case "-inf", "-infinity", "-\u221e" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Object decimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return number.precision() - number.scale() <= DECIMAL_DIGITS ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Object guid(String text) {
        String plain = text.strip().replaceAll("^\\{(.*)}$", "$1");
        try {
            return plain.length() == 36 ? UUID.fromString(plain) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Object dynamic(String text) {
        try {
            Object value = Json.read(text);
            return value == null ? null : Json.write(value);
        } catch (JsonException e) {
            return Json.write(text);
        }
    }

    private static Object boxed(OptionalLong ticks) {
        return ticks.isPresent() ? (Object) ticks.getAsLong() : null;
    }

    private static boolean isPlainInteger(char[] text, int start, int end) {
        int from = text[start] == '-' ? start + 1 : start;
        if (from == end || end - from > LONGEST_EXACT) {
            return false;
        }
        for (int i = from; i < end; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static long plainInteger(char[] text, int start, int end) {
        boolean isNegative = text[start] == '-';
        long number = 0;
        for (int i = isNegative ? start + 1 : start; i < end; i++) {
            number = number * 10 + text[i] - '0';
        }
        return isNegative ? -number : number;
    }
}
