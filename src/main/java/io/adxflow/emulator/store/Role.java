package io.adxflow.emulator.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a principal may be, of a database or of a part of it.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/manage-database-security-roles">Security roles</a>
 */
public enum Role {
    ADMIN,
    USER,
    VIEWER,
    UNRESTRICTEDVIEWER,
    INGESTOR,
    MONITOR;

    /** By the word of commands, {@code admins}. */
    public static Optional<Role> ofPlural(String word) {
        return Arrays.stream(values())
                .filter(role -> role.plural().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public String plural() {
        return name().toLowerCase(Locale.ROOT) + "s";
    }

    /** As answers show it, {@code Admin}. */
    public String label() {
        return this == UNRESTRICTEDVIEWER
                ? "UnrestrictedViewer"
                : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** A database has all of them, a table two, and whatever else has roles one. */
    public boolean isOf(Scope.Kind kind) {
        return switch (kind) {
            case DATABASE -> true;
            case TABLE -> this == ADMIN || this == INGESTOR;
            case FUNCTION, MATERIALIZED_VIEW, EXTERNAL_TABLE -> this == ADMIN;
        };
    }
}
