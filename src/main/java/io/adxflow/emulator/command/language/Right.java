package io.adxflow.emulator.command.language;

import io.adxflow.emulator.store.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one may do with a database, or with a part of it.
 *
 * @see <a href="https://learn.microsoft.com/kusto/access-control/role-based-access-control">Role-based access control</a>
 */
public enum Right {
    /** Without any role. */
    SIGN_IN,
    SEE(Role.USER, Role.VIEWER, Role.UNRESTRICTEDVIEWER, Role.MONITOR),
    READ(Role.USER, Role.VIEWER, Role.UNRESTRICTEDVIEWER),
    /** Tables with the policy {@code restricted_view_access} too. */
    READ_RESTRICTED(Role.UNRESTRICTEDVIEWER),
    CREATE(Role.USER),
    INGEST(Role.INGESTOR),
    ADMINISTER;

    private final Set<Role> roles;

    Right(Role... roles) {
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(Set.of(roles));
    }

    /** An admin is everything else too, but for the restricted tables. */
    boolean isOf(Set<Role> held) {
        return this == SIGN_IN
                || held.stream().anyMatch(roles::contains)
                || this != READ_RESTRICTED && held.contains(Role.ADMIN);
    }
}
