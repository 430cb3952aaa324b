package io.adxflow.adx.client;

import java.util.Locale;

/**
 * The types of a column in ADX, as
 * <a href="https://learn.microsoft.com/kusto/query/scalar-data-types/">Scalar data types</a> lists them, with the Java
 * type of their values here. Any value may be {@code null}, except those of {@link #STRING}.
 */
public enum AdxType {
    /** {@link Boolean}. */
    BOOL,
    /** {@link Integer}. */
    INT,
    /** {@link Long}. */
    LONG,
    /** {@link Double}. */
    REAL,
    /** {@link java.math.BigDecimal}. */
    DECIMAL,
    /** {@link String}. */
    STRING,
    /** {@link java.time.Instant} in steps of 100 ns. */
    DATETIME,
    /** {@link java.time.Duration} in steps of 100 ns. */
    TIMESPAN,
    /** {@link java.util.UUID}. */
    GUID,
    /** {@link String} holding JSON. */
    DYNAMIC;

    /** The name in KQL, for example {@code datetime}. */
    public String kql() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The type of a name in an answer: a KQL name, one of its aliases, or the .NET name that old services send.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public static AdxType named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower.startsWith("system.") ? lower.substring("system.".length()) : lower) {
            case "bool", "boolean", "sbyte" -> BOOL;
            case "int", "int32" -> INT;
            case "long", "int64" -> LONG;
            case "real", "double", "float", "single" -> REAL;
            case "decimal", "sqldecimal", "data.sqltypes.sqldecimal" -> DECIMAL;
            case "string" -> STRING;
            case "datetime", "date" -> DATETIME;
            case "timespan", "time" -> TIMESPAN;
            case "guid", "uuid", "uniqueid" -> GUID;
            case "dynamic", "object" -> DYNAMIC;
            default -> throw new IllegalArgumentException("unknown column type '" + name + "'");
        };
    }
}
