package io.adxflow.emulator.command.access;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Scope;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

// .show principal ['PRINCIPAL'] roles
// .show database [DB] principal ['PRINCIPAL'] roles
// .show table T principal ['PRINCIPAL'] roles
/**
 * The roles of a principal in the database or of a part of it; without a name those of who asks. Roles that come from the file
 * of access tokens are told too.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/show-principal-roles-command">.show principal roles</a>
 */
public record ShowPrincipalRoles(Optional<String> principal, Optional<RoleScope> scope) implements OpenCommand {
    private static final Schema ANSWER =
            AnswerSchema.of("Scope string, DisplayName string, AADObjectID string, Role string");

    public static ShowCommand read(CommandReader reader, Optional<RoleScope> scope) {
        Optional<String> principal = reader.isAtString() ? Optional.of(reader.string()) : Optional.empty();
        reader.expect("roles");
        return new ShowPrincipalRoles(principal, scope);
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        String asked = principal.orElse(context.access().principal());
        if (!asked.equalsIgnoreCase(context.access().principal())) {
            context.access().require(Right.ADMINISTER, database);
        }
        List<List<Object>> rows = new ArrayList<>();
        if (principal.isEmpty()) {
            context.access()
                    .everywhere()
                    .orElse(List.of())
                    .forEach(role -> rows.add(row("Cluster", asked, "AllDatabases" + role.label())));
        }
        Optional<Scope> wanted = scope.map(one -> one.in(database));
        database.entities().roles().stream()
                .filter(one -> one.principal().equalsIgnoreCase(asked))
                .filter(one -> wanted.map(one.scope()::equals).orElse(true))
                .forEach(one ->
                        rows.add(row(place(database, one), asked, one.role().label())));
        return CommandResult.of(ANSWER, rows);
    }

    private static List<Object> row(String place, String principal, String role) {
        String object = ShowPrincipals.objectId(principal);
        return CommandResult.row(place, object, object, role);
    }

    private static String place(Database database, RoleAssignment role) {
        Scope scope = role.scope();
        String name = database.tables().values().stream()
                .filter(table -> Scope.of(table).equals(scope))
                .map(Table::name)
                .findFirst()
                .orElse(scope.key());
        return scope.equals(Scope.DATABASE)
                ? "Database " + database.name()
                : scope.kind().label() + " " + database.name() + "." + name;
    }
}
