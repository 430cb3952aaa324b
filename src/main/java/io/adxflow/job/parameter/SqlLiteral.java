package io.adxflow.job.parameter;

import io.adxflow.job.model.Parameter;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A parameter's value as a literal of Spark SQL. */
final class SqlLiteral {
    private static final Pattern UNITS = Pattern.compile("(-?)([0-9.]+)(d|h|ms|m|s)");
    private static final Pattern CLOCK =
            Pattern.compile("(-?)(?:([0-9]+)\\.)?([0-9]{2}):([0-9]{2})(?::([0-9]{2}(?:\\.[0-9]+)?))?");

    private SqlLiteral() {}

    static String of(Parameter parameter) {
        String value = parameter.value();
        return switch (parameter.type()) {
            case STRING -> "'" + Quoting.escaped(value, '\'') + "'";
            case BOOL -> value;
                // Without the parentheses a minus before a negative number would begin a comment.
            case LONG -> value.startsWith("-") ? "(" + value + ")" : value;
            case REAL -> value.startsWith("-") ? "(" + value + "D)" : value + "D";
            case DATETIME -> "TIMESTAMP '" + timestamp(value) + "'";
            case TIMESPAN -> "INTERVAL '" + seconds(value).toPlainString() + "' SECOND";
        };
    }

    /** Times without a zone are UTC in KQL, and therefore here. */
    private static String timestamp(String value) {
        if (value.length() == 10) {
            return value + "T00:00:00Z";
        }
        boolean hasZone =
                value.endsWith("Z") || value.length() > 6 && "+-".indexOf(value.charAt(value.length() - 6)) >= 0;
        return hasZone ? value : value + "Z";
    }

    private static BigDecimal seconds(String value) {
        Matcher units = UNITS.matcher(value);
        if (units.matches()) {
            BigDecimal amount = new BigDecimal(units.group(2)).multiply(secondsIn(units.group(3)));
            return units.group(1).isEmpty() ? amount : amount.negate();
        }
        Matcher clock = CLOCK.matcher(value);
        if (!clock.matches()) {
            throw new IllegalStateException("not a timespan: " + value);
        }
        BigDecimal amount = part(clock.group(2), "86400")
                .add(part(clock.group(3), "3600"))
                .add(part(clock.group(4), "60"))
                .add(part(clock.group(5), "1"));
        return clock.group(1).isEmpty() ? amount : amount.negate();
    }

    private static BigDecimal part(String digits, String unit) {
        return digits == null ? BigDecimal.ZERO : new BigDecimal(digits).multiply(new BigDecimal(unit));
    }

    private static BigDecimal secondsIn(String unit) {
        return new BigDecimal(
                switch (unit) {
                    case "d" -> "86400";
                    case "h" -> "3600";
                    case "m" -> "60";
                    case "s" -> "1";
                    case "ms" -> "0.001";
                    default -> throw new IllegalStateException("not a unit: " + unit);
                });
    }
}
