package io.adxflow.emulator.command.access;

import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.InDatabase;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Role;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

// (.add | .drop) (database DB | table T) ROLE ( {'PRINCIPAL',} ) [skip-results] ['NOTES']
// .set (database DB | table T) ROLE (none | ( {'PRINCIPAL',} )) [skip-results] ['NOTES']
/**
 * Gives roles to principals, or takes them. ROLE of a database is admins, users, viewers, unrestrictedviewers, ingestors or
 * monitors, that of a table admins or ingestors.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/manage-database-security-roles">Security roles</a>
 */
public record AlterRoles(
        Optional<TableName> table, Verb verb, Role role, List<String> principals, boolean isSilent, String notes)
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
        return new InDatabase(database, reader.source(), read(reader, verb, Optional.empty()));
    }

    public static Command readTable(CommandReader reader, Verb verb) {
        return read(reader, verb, Optional.of(TableName.read(reader)));
    }

    public static Command read(CommandReader reader, Verb verb, Optional<TableName> table) {
        Role role = role(reader, table.isPresent());
        boolean isNone = verb == Verb.SET && reader.take("none");
        List<String> principals = isNone ? List.of() : reader.list(reader::string);
        boolean isSilent = reader.take("skip-results");
        return new AlterRoles(table, verb, role, principals, isSilent, reader.isAtString() ? reader.string() : "");
    }

    private static Role role(CommandReader reader, boolean isOfTable) {
        String word = reader.peekWord();
        Optional<Role> role = Role.ofPlural(word).filter(one -> !isOfTable || one.isOfTables());
        if (role.isEmpty()) {
            throw unknown(reader, word, isOfTable);
        }
        reader.take(word);
        return role.get();
    }

    private static UserException unknown(CommandReader reader, String word, boolean isOfTable) {
        List<String> roles = Arrays.stream(Role.values())
                .filter(one -> !isOfTable || one.isOfTables())
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
        return context.store().change(context.databaseName(), database -> {
            Optional<Table> found = table.map(name -> name.in(database));
            List<RoleAssignment> roles = new ArrayList<>(database.entities().roles());
            Optional<UUID> id = found.map(Table::id);
            roles.removeIf(one -> one.table().equals(id) && one.role() == role && isReplaced(one.principal()));
            if (verb != Verb.DROP) {
                principals.forEach(principal -> roles.add(new RoleAssignment(id, role, principal, notes)));
            }
            Database next = database.withEntities(database.entities().withRoles(roles));
            return new Changed<>(next, isSilent ? ShowPrincipals.nothing() : ShowPrincipals.answer(next, found));
        });
    }

    private boolean isReplaced(String principal) {
        return verb == Verb.SET || principals.stream().anyMatch(principal::equalsIgnoreCase);
    }
}
