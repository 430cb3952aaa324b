package io.adxflow.kql.language;

import java.util.Arrays;
import java.util.Optional;

/** The scalar types of KQL. Every expression has exactly one. */
public enum KqlType {
    BOOL("bool"),
    INT("int"),
    LONG("long"),
    REAL("real"),
    DECIMAL("decimal"),
    STRING("string"),
    DATETIME("datetime"),
    TIMESPAN("timespan"),
    GUID("guid"),
    DYNAMIC("dynamic");

    private final String keyword;

    KqlType(String keyword) {
        this.keyword = keyword;
    }

    /** The name of the type in a query, as in {@code typeof(long)}. */
    public String keyword() {
        return keyword;
    }

    /** The type with this name, aliases such as {@code double} included. */
    public static Optional<KqlType> named(String name) {
        return switch (name) {
            case "boolean" -> Optional.of(BOOL);
            case "int32" -> Optional.of(INT);
            case "int64" -> Optional.of(LONG);
            case "double" -> Optional.of(REAL);
            case "date" -> Optional.of(DATETIME);
            case "time" -> Optional.of(TIMESPAN);
            case "uuid", "uniqueid" -> Optional.of(GUID);
            default -> Arrays.stream(values())
                    .filter(type -> type.keyword.equals(name))
                    .findFirst();
        };
    }

    public boolean isNumber() {
        return this == INT || this == LONG || this == REAL || this == DECIMAL;
    }
}
