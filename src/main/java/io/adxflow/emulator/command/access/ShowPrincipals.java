package io.adxflow.emulator.command.access;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.kql.language.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

// .show database [DB] principals
// .show table T principals
// .show function F principals
// .show materialized-view V principals
// .show external table X principals
// .show cluster principals
/** Who has a role in the database, or of a part of it. */
public record ShowPrincipals(RoleScope scope) implements ShowCommand {
    private static final Schema ANSWER =
            AnswerSchema.of("Role string, PrincipalType string, PrincipalDisplayName string, PrincipalObjectId string,"
                    + " PrincipalFQN string, Notes string, RoleAssignmentIdentifier string");

    @Override
    public CommandResult run(CommandContext context) {
        return answer(context.database(), scope);
    }

    static CommandResult nothing() {
        return CommandResult.of(ANSWER, List.of());
    }

    static CommandResult answer(Database database, RoleScope scope) {
        String label = scope.label(database);
        return CommandResult.of(
                ANSWER,
                database.entities().roles().stream()
                        .filter(one -> one.scope().equals(scope.in(database)))
                        .map(one -> row(label, one))
                        .toList());
    }

    private static List<Object> row(String label, RoleAssignment one) {
        String object = objectId(one.principal());
        String key = label + one.role() + one.principal();
        return CommandResult.row(
                label + " " + one.role().label(),
                type(one.principal()),
                object,
                object,
                one.principal(),
                one.notes(),
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
    }

    /** What stands between the kind of a principal and its tenant. */
    static String objectId(String principal) {
        return principal.replaceFirst("^[a-z]+=", "").replaceFirst(";.*$", "");
    }

    private static String type(String fqn) {
        if (fqn.startsWith("aadapp=")) {
            return "AAD Application";
        }
        return fqn.startsWith("aadgroup=") ? "AAD Group" : "AAD User";
    }
}
