package io.adxflow.kql.syntax;

import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.TimespanText;
import io.adxflow.kql.syntax.tree.Expression;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values of the literals that name their type, {@code type(text)}; the text between the parentheses is not an expression. */
final class TypedLiteral {
    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,19}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,16}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,4})?");
    private static final Pattern GUID = Pattern.compile(
            "([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12})");

    private TypedLiteral() {}

    /** The Java value of a text, as {@link Expression.Literal} describes it; empty if the text is no value of the type. */
    static Optional<Object> value(KqlType type, String text) {
        String trimmed = unquoted(text.strip());
        return switch (type) {
            case BOOL -> bool(trimmed).map(Object.class::cast);
            case INT -> integer(trimmed)
                    .filter(value -> value == value.intValue())
                    .map(Long::intValue);
            case LONG -> integer(trimmed).map(Object.class::cast);
            case REAL -> real(trimmed).map(Object.class::cast);
            case DECIMAL -> NUMBER.matcher(trimmed).matches() ? Optional.of(new BigDecimal(trimmed)) : Optional.empty();
            case DATETIME -> boxed(DatetimeText.ticks(trimmed));
            case TIMESPAN -> boxed(TimespanText.ticks(trimmed));
            case GUID -> guid(trimmed).map(Object.class::cast);
            case STRING, DYNAMIC -> throw new IllegalArgumentException("no typed literals of " + type);
        };
    }

    /** An integer of 64 bits; hexadecimal digits are its bits. */
    static Optional<Long> integer(String text) {
        if (HEXADECIMAL.matcher(text).matches()) {
            return Optional.of(Long.parseUnsignedLong(text.substring(2), 16));
        }
        if (!INTEGER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> integer(text).map(number -> number != 0);
        };
    }

    private static Optional<Double> real(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Optional.of(Double.NaN);
            case "inf", "+inf" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-inf" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> NUMBER.matcher(text).matches() ? Optional.of(Double.parseDouble(text)) : Optional.empty();
        };
    }

    private static Optional<UUID> guid(String text) {
        return GUID.matcher(text).matches()
                ? Optional.of(UUID.fromString(GUID.matcher(text).replaceFirst("$1-$2-$3-$4-$5")))
                : Optional.empty();
    }

    private static Optional<Object> boxed(OptionalLong ticks) {
        return ticks.isPresent() ? Optional.of(ticks.getAsLong()) : Optional.empty();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2
                && "\"'".indexOf(text.charAt(0)) >= 0
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
