package io.adxflow.kql.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** CSV records, command lines, numbers of bytes. */
public final class TextParts {
    private static final List<String> UNITS = List.of("Bytes", "KB", "MB", "GB", "TB", "PB", "EB");

    private TextParts() {}

    /** The fields of the first record; a quoted field may hold commas, line breaks and doubled quotes. */
    public static String csv(String text) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (isQuoted) {
                if (next == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    field.append('"');
                    at++;
                } else if (next == '"') {
                    isQuoted = false;
                } else {
                    field.append(next);
                }
            } else if (next == '"' && field.length() == 0) {
                isQuoted = true;
            } else if (next == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (next == '\n' || next == '\r') {
                break;
            } else {
                field.append(next);
            }
        }
        fields.add(field.toString());
        return JsonText.of(fields);
    }

    /** Arguments as Windows splits them: quotes join, backslashes before a quote escape. */
    public static String commandLine(String text) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        boolean isQuoted = false;
        boolean hasArgument = false;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                argument.append('"');
                hasArgument = true;
                at++;
            } else if (next == '"') {
                isQuoted = !isQuoted;
                hasArgument = true;
            } else if (Character.isWhitespace(next) && !isQuoted) {
                if (hasArgument) {
                    arguments.add(argument.toString());
                }
                argument.setLength(0);
                hasArgument = false;
            } else {
                argument.append(next);
                hasArgument = true;
            }
        }
        if (hasArgument) {
            arguments.add(argument.toString());
        }
        return arguments.isEmpty() ? null : JsonText.of(arguments);
    }

    /** In the unit that is named, or else in the largest that keeps the number at 1 or more. */
    public static String bytes(double size, long precision, String units, long base) {
        if (!Double.isFinite(size) || base < 2) {
            return null;
        }
        int unit = 0;
        double value = size;
        if (units.isEmpty()) {
            while (Math.abs(value) >= base && unit < UNITS.size() - 1) {
                value /= base;
                unit++;
            }
        } else {
            unit = (int) UNITS.stream()
                    .takeWhile(name -> !name.equalsIgnoreCase(units))
                    .count();
            value /= Math.pow(base, unit);
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale((int) Math.max(0, Math.min(15, precision)), RoundingMode.HALF_UP);
        return rounded.toPlainString() + " " + UNITS.get(unit);
    }
}
