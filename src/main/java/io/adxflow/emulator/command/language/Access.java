package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Role;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who sends a request, and what they may do.
 *
 * @param principal as role assignments name it; an empty text when nobody was asked
 * @param everywhere roles in all databases; nothing for somebody who may do everything
 */
public record Access(String principal, Optional<List<Role>> everywhere) {
    /** When nobody is asked, everybody may do everything. */
    public static final Access UNCHECKED = new Access("", Optional.empty());

    public boolean isChecked() {
        return everywhere.isPresent();
    }

    /** Whether the roles of the database, or those of its part, suffice. */
    public boolean allows(Right right, Database database, Scope scope) {
        return everywhere
                .map(general -> right.isOf(roles(general, database, scope)))
                .orElse(true);
    }

    public boolean isAdmin(Database database) {
        return allows(Right.ADMINISTER, database, Scope.DATABASE);
    }

    /** @throws UserException {@link CommandProblem#FORBIDDEN} */
    public void require(Right right, Database database) {
        require(right, database, Scope.DATABASE, "");
    }

    /** A right to a table, or to the database when there is no such table. */
    public void requireOnTable(Right right, Database database, String table) {
        Scope scope = database.table(table).map(Scope::of).orElse(Scope.DATABASE);
        require(right, database, scope, table);
    }

    /** @param name of the part of the database */
    public void require(Right right, Database database, Scope scope, String name) {
        if (!allows(right, database, scope)) {
            throw forbidden(right, place(database, scope, name));
        }
    }

    private UserException forbidden(Right right, String place) {
        String what = right.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return CommandProblem.FORBIDDEN.at(Span.at(0), principal, place, what).toException();
    }

    private static String place(Database database, Scope scope, String name) {
        String whole = "database '" + database.name() + "'";
        return scope.equals(Scope.DATABASE)
                ? whole
                : scope.kind().label().toLowerCase(Locale.ROOT) + " '" + name + "' of " + whole;
    }

    private Set<Role> roles(List<Role> general, Database database, Scope scope) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(general);
        for (RoleAssignment assigned : database.entities().roles()) {
            boolean isHere =
                    assigned.scope().equals(Scope.DATABASE) || assigned.scope().equals(scope);
            if (isHere && assigned.principal().equalsIgnoreCase(principal)) {
                roles.add(assigned.role());
            }
        }
        return roles;
    }
}
