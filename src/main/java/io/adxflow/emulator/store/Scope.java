package io.adxflow.emulator.store;

import java.util.Locale;

/**
 * What a role is about.
 *
 * @param key of a table its id, which stays when it is renamed; of a function or view its name; of the database nothing
 */
public record Scope(Kind kind, String key) {
    public static final Scope DATABASE = new Scope(Kind.DATABASE, "");

    /** What roles can be about. */
    public enum Kind {
        DATABASE,
        TABLE,
        FUNCTION,
        MATERIALIZED_VIEW;

        /** As answers show it, {@code Database}. */
        public String label() {
            return this == MATERIALIZED_VIEW
                    ? "Materialized View"
                    : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
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
}
