package io.adxflow.emulator.endpoint;

import io.adxflow.base.http.Request;
import io.adxflow.emulator.command.access.RequiredRole;
import io.adxflow.emulator.command.access.RequiredRole.Level;
import io.adxflow.emulator.protocol.ErrorBody;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Role;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who may do what. Without tokens nobody is asked, and everybody may do everything. */
final class AccessCheck {
    private static final String BEARER = "bearer ";

    private final Optional<AccessTokens> tokens;

    AccessCheck(Optional<AccessTokens> tokens) {
        this.tokens = tokens;
    }

    /**
     * Answers who sent a request, an empty text when nobody is asked.
     *
     * @throws ServiceException 401 without a token that is known, 403 without the role
     */
    String require(Request request, Database database, RequiredRole required) {
        if (tokens.isEmpty()) {
            return "";
        }
        AccessTokens.Principal principal = request.header("Authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .flatMap(value ->
                        tokens.get().principal(value.substring(BEARER.length()).strip()))
                .orElseThrow(AccessCheck::unknown);
        Set<Role> roles = roles(principal, database, Optional.empty());
        boolean isAllowed = required.tables().isEmpty() || !isOfTables(required.level())
                ? allows(roles, required.level())
                : required.tables().stream()
                        .allMatch(table -> allows(roles(principal, database, database.table(table)), required.level()));
        if (!isAllowed) {
            throw forbidden(principal, database, required);
        }
        return principal.name();
    }

    private static boolean isOfTables(Level level) {
        return level == Level.INGEST || level == Level.TABLE_ADMIN;
    }

    /** The roles in the database, or what they and those of a table amount to for the table. */
    private static Set<Role> roles(AccessTokens.Principal principal, Database database, Optional<Table> table) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(principal.roles());
        for (RoleAssignment assigned : database.entities().roles()) {
            boolean isHere = assigned.table().isEmpty() || assigned.table().equals(table.map(Table::id));
            if (isHere && assigned.principal().equalsIgnoreCase(principal.name())) {
                roles.add(assigned.role());
            }
        }
        return roles;
    }

    private static boolean allows(Set<Role> roles, Level level) {
        return switch (level) {
            case SIGNED_IN -> true;
            case SEE -> hasAny(roles, Role.USER, Role.VIEWER, Role.UNRESTRICTEDVIEWER, Role.MONITOR);
            case READ -> hasAny(roles, Role.USER, Role.VIEWER, Role.UNRESTRICTEDVIEWER);
            case CREATE -> hasAny(roles, Role.USER);
            case INGEST -> hasAny(roles, Role.INGESTOR);
            case TABLE_ADMIN, DATABASE_ADMIN -> hasAny(roles);
        };
    }

    /** An admin is everything else too. */
    private static boolean hasAny(Set<Role> roles, Role... wanted) {
        return roles.contains(Role.ADMIN) || List.of(wanted).stream().anyMatch(roles::contains);
    }

    private static ServiceException unknown() {
        return new ServiceException(new ErrorBody(
                401,
                "Unauthorized",
                "Kusto.Data.Exceptions.KustoUnauthorizedException",
                "Authentication failed.",
                "the request needs a bearer token that this emulator knows, in the header Authorization",
                true,
                Optional.empty()));
    }

    private static ServiceException forbidden(
            AccessTokens.Principal principal, Database database, RequiredRole needed) {
        String what = needed.level().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String where = needed.tables().isEmpty() || !isOfTables(needed.level())
                ? "database '" + database.name() + "'"
                : "table '" + String.join("', '", needed.tables()) + "' of database '" + database.name() + "'";
        return new ServiceException(new ErrorBody(
                403,
                "Forbidden",
                "Kusto.Data.Exceptions.KustoRequestDeniedException",
                "Caller is not authorized to perform this action",
                "Principal '" + principal.name() + "' is not authorized to perform this operation on " + where
                        + ": it needs the right '" + what + "'",
                true,
                Optional.empty()));
    }
}
