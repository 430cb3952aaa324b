package io.adxflow.kql.sql;

import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Scalar;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Literals, types and names as DuckDB reads them. The only place where text of a query becomes SQL. */
public final class Sql {
    private Sql() {}

    /** The DuckDB type of a column. */
    public static String type(KqlType type) {
        return switch (type) {
            case BOOL -> "BOOLEAN";
            case INT -> "INTEGER";
            case LONG, DATETIME, TIMESPAN -> "BIGINT";
            case REAL -> "DOUBLE";
            case DECIMAL -> "DECIMAL(38,18)";
            case STRING, DYNAMIC -> "VARCHAR";
            case GUID -> "UUID";
        };
    }

    static String literal(Scalar.Constant constant) {
        return constant.value()
                .map(value -> literal(constant.type(), value))
                .orElseGet(() -> "NULL::" + type(constant.type()));
    }

    private static String literal(KqlType type, Object value) {
        return switch (type) {
            case BOOL -> value.toString();
            case INT, LONG, DATETIME, TIMESPAN -> number(value.toString()) + "::" + type(type);
            case REAL -> real((Double) value);
            case DECIMAL -> text(((BigDecimal) value).toPlainString()) + "::DECIMAL(38,18)";
            case STRING, DYNAMIC -> text((String) value);
            case GUID -> text(value.toString()) + "::UUID";
        };
    }

    private static String number(String digits) {
        return digits.startsWith("-") ? "(" + digits + ")" : digits;
    }

    private static String real(double value) {
        // As a number DuckDB would read a decimal, which has no negative zero.
        boolean isNumber = Double.isFinite(value) && Double.doubleToRawLongBits(value) != Long.MIN_VALUE;
        return (isNumber ? number(Double.toString(value)) : text(Double.toString(value))) + "::DOUBLE";
    }

    /** A text literal. DuckDB's parser stops at a zero character, so that one is written as a call. */
    static String text(String value) {
        if (value.indexOf('\0') < 0) {
            return "'" + value.replace("'", "''") + "'";
        }
        return Arrays.stream(value.split("\0", -1))
                .map(Sql::text)
                .collect(Collectors.joining(" || chr(0) || ", "(", ")"));
    }

    /** The name of a field in every step. */
    static String name(Field field) {
        return name(field.id());
    }

    static String name(int id) {
        return "c" + id;
    }
}
