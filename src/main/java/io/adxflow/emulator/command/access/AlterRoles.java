package io.adxflow.emulator.command.access;

import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.function.FunctionName;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.InDatabase;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Role;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

// (.add | .drop) (database DB | table T | function F | materialized-view V | external table X) ROLE ( {'PRINCIPAL',} )
// [skip-results]
// ['NOTES']
// .set (database DB | table T | …) ROLE (none | ( {'PRINCIPAL',} )) [skip-results] ['NOTES']
/**
 * Gives roles to principals, or takes them. ROLE of a database is admins, users, viewers, unrestrictedviewers, ingestors or
 * monitors, that of a table admins or ingestors, that of a function, view or external table
 * admins.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/manage-database-security-roles">Security roles</a>
 */
public record AlterRoles(RoleScope scope, Verb verb, Role role, List<String> principals, boolean isSilent, String notes)
        implements Command {
    /** What becomes of those who have the role, and of those who are named. */
    public enum Verb {
        ADD,
        DROP,
        SET
    }

    /** Whether a role follows, as behind the name of a database or table. */
    public static boolean follows(CommandReader reader) {
        return Role.ofPlural(reader.peekWord()).isPresent();
    }

    public static Command readDatabase(CommandReader reader, Verb verb) {
        Name database = reader.name();
        return new InDatabase(database, reader.source(), read(reader, verb, RoleScope.DATABASE));
    }

    public static Command readTable(CommandReader reader, Verb verb) {
        return read(reader, verb, new RoleScope.OfTable(TableName.read(reader)));
    }

    public static Command readFunction(CommandReader reader, Verb verb) {
        return read(reader, verb, new RoleScope.OfFunction(FunctionName.read(reader)));
    }

    public static Command readView(CommandReader reader, Verb verb) {
        return read(reader, verb, new RoleScope.OfView(ViewName.read(reader)));
    }

    public static Command read(CommandReader reader, Verb verb, RoleScope scope) {
        Role role = role(reader, scope.kind());
        boolean isNone = verb == Verb.SET && reader.take("none");
        List<String> principals = isNone ? List.of() : reader.list(reader::string);
        boolean isSilent = reader.take("skip-results");
        return new AlterRoles(scope, verb, role, principals, isSilent, reader.isAtString() ? reader.string() : "");
    }

    private static Role role(CommandReader reader, Scope.Kind kind) {
        String word = reader.peekWord();
        Role role = Role.ofPlural(word).filter(one -> one.isOf(kind)).orElseThrow(() -> unknown(reader, word, kind));
        reader.take(word);
        return role;
    }

    private static UserException unknown(CommandReader reader, String word, Scope.Kind kind) {
        List<String> roles = Arrays.stream(Role.values())
                .filter(one -> one.isOf(kind))
                .map(Role::plural)
                .toList();
        return CommandProblem.UNEXPECTED_TEXT
                .at(reader.here(), "a role", "'" + word + "'")
                .withHint(Suggestion.hint(word, "roles", roles))
                .in(reader.source())
                .toException();
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Scope found = scope.in(database);
            List<RoleAssignment> roles = new ArrayList<>(database.entities().roles());
            roles.removeIf(one -> one.scope().equals(found) && one.role() == role && isReplaced(one.principal()));
            if (verb != Verb.DROP) {
                principals.forEach(principal -> roles.add(new RoleAssignment(found, role, principal, notes)));
            }
            Database next = database.withEntities(database.entities().withRoles(roles));
            return new Changed<>(next, isSilent ? ShowPrincipals.nothing() : ShowPrincipals.answer(next, scope));
        });
    }

    private boolean isReplaced(String principal) {
        return verb == Verb.SET || principals.stream().anyMatch(principal::equalsIgnoreCase);
    }
}
