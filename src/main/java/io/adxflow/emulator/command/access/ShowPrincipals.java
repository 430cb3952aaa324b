package io.adxflow.emulator.command.access;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

// .show database [DB] principals
// .show table T principals
/** Who has a role in the database or of a table. */
public record ShowPrincipals(Optional<TableName> table) implements ShowCommand {
    private static final Schema ANSWER =
            AnswerSchema.of("Role string, PrincipalType string, PrincipalDisplayName string, PrincipalObjectId string,"
                    + " PrincipalFQN string, Notes string, RoleAssignmentIdentifier string");

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        return answer(database, table.map(name -> name.in(database)));
    }

    static CommandResult nothing() {
        return CommandResult.of(ANSWER, List.of());
    }

    static CommandResult answer(Database database, Optional<Table> table) {
        String scope = table.map(found -> "Table " + found.name()).orElse("Database " + database.name());
        return CommandResult.of(
                ANSWER,
                database.entities().roles().stream()
                        .filter(one -> one.table().equals(table.map(Table::id)))
                        .map(one -> row(scope, one))
                        .toList());
    }

    private static List<Object> row(String scope, RoleAssignment one) {
        String fqn = one.principal();
        String object = fqn.replaceFirst("^[a-z]+=", "").replaceFirst(";.*$", "");
        String key = scope + one.role() + fqn;
        return CommandResult.row(
                scope + " " + one.role().label(),
                type(fqn),
                object,
                object,
                fqn,
                one.notes(),
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private static String type(String fqn) {
        if (fqn.startsWith("aadapp=")) {
            return "AAD Application";
        }
        return fqn.startsWith("aadgroup=") ? "AAD Group" : "AAD User";
    }
}
