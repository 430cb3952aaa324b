package io.adxflow.emulator.command.policy;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a policy belongs to: a table, or the database when there is none. */
public record PolicyTarget(Optional<TableName> table) {
    static final Schema ANSWER = AnswerSchema.of(
            "PolicyName string, EntityName string, Policy string, ChildEntities string, EntityType string");

    /** What clients expect where no policy is set: a text, not a null. */
    private static final String NONE = "null";

    public static PolicyTarget ofTable(TableName table) {
        return new PolicyTarget(Optional.of(table));
    }

    public static PolicyTarget ofDatabase() {
        return new PolicyTarget(Optional.empty());
    }

    Map<String, String> policies(Database database) {
        return table.map(name -> name.in(database).policies()).orElseGet(database::policies);
    }

    Database with(Database database, Map<String, String> policies) {
        return table.map(name -> database.with(name.in(database).withPolicies(policies)))
                .orElseGet(() -> database.withPolicies(policies));
    }

    /** The table, unless it is the database. */
    Optional<Table> found(Database database) {
        return table.map(name -> name.in(database));
    }

    /** The table with one of its policies set. */
    static Table with(Table table, PolicyKind kind, String policy) {
        Map<String, String> policies = new HashMap<>(table.policies());
        policies.put(kind.keyword(), policy);
        return table.withPolicies(policies);
    }

    List<Object> row(Database database, PolicyKind kind) {
        return table.map(name -> row(database, name.in(database), kind)).orElseGet(() -> databaseRow(database, kind));
    }

    static List<Object> row(Database database, Table table, PolicyKind kind) {
        return CommandResult.row(
                kind.policyName(),
                "[" + database.name() + "].[" + table.name() + "]",
                table.policies().getOrDefault(kind.keyword(), NONE),
                "",
                "Table");
    }

    static List<Object> clusterRow(PolicyKind kind) {
        return CommandResult.row(kind.policyName(), "", NONE, "", "Cluster");
    }

    private static List<Object> databaseRow(Database database, PolicyKind kind) {
        return CommandResult.row(
                kind.policyName(),
                database.name(),
                database.policies().getOrDefault(kind.keyword(), NONE),
                Json.write(database.tables().values().stream()
                        .filter(table -> !table.isHidden())
                        .map(Table::name)
                        .toList()),
                "Database");
    }
}
