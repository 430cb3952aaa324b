package io.adxflow.run.access;

import java.util.Locale;

/**
 * A role of <a href="https://learn.microsoft.com/kusto/access-control/role-based-access-control">ADX</a>, as far as jobs
 * need one.
 */
public enum Role {
    VIEWER("viewers", "Viewer"),
    USER("users", "User"),
    INGESTOR("ingestors", "Ingestor"),
    ADMIN("admins", "Admin");

    private final String word;
    private final String title;

    Role(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As {@code .add} writes it. */
    public String word() {
        return word;
    }

    /** Whether a role that {@code .show principals} lists, such as {@code Database Admin}, includes this one. */
    boolean isIn(String shown) {
        String held = shown.toLowerCase(Locale.ROOT);
        if (held.endsWith(" admin") || held.equals("admin")) {
            return true;
        }
        boolean reads = this == VIEWER && held.endsWith(" user");
        boolean sees = held.endsWith(" unrestricted viewer") || held.endsWith(" unrestrictedviewer");
        return reads || !sees && held.endsWith(" " + title.toLowerCase(Locale.ROOT));
    }
}
