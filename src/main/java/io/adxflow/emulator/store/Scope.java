package io.adxflow.emulator.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a role is about.
 *
 * @param key of a table its id, which stays when it is renamed; of a function, view or external table its name; of the database nothing
 */
public record Scope(Kind kind, String key) {
    public static final Scope DATABASE = new Scope(Kind.DATABASE, "");

    /** What roles can be about. */
    public enum Kind {
        DATABASE,
        TABLE,
        FUNCTION,
        MATERIALIZED_VIEW,
        EXTERNAL_TABLE;

        /** As answers show it, {@code Database}. */
        public String label() {
            return Arrays.stream(name().split("_"))
                    .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" "));
        }
    }

    public static Scope of(Table table) {
        return new Scope(Kind.TABLE, table.id().toString());
    }

    public static Scope ofFunction(String name) {
        return new Scope(Kind.FUNCTION, name);
    }

    public static Scope ofView(String name) {
        return new Scope(Kind.MATERIALIZED_VIEW, name);
    }

    public static Scope ofExternal(String name) {
        return new Scope(Kind.EXTERNAL_TABLE, name);
    }
}
