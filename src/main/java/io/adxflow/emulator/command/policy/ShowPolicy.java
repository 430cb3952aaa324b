package io.adxflow.emulator.command.policy;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.store.Database;
import java.util.List;

// .show table (T | *) policy P
// .show database [DB | *] policy P
// .show column T.C policy P
// .show materialized-view V policy P
// .show cluster policy P
/** Shows one policy of a table, of all tables, of a column or view, of the database or of all of them. The cluster has none that is set. */
public record ShowPolicy(Scope scope, List<PolicyTarget> targets, PolicyKind kind) implements ShowCommand {
    /** Whose policies are shown. */
    private enum Scope {
        NAMED,
        ALL_TABLES,
        CLUSTER
    }

    public static ShowCommand readTable(CommandReader reader, TableName table) {
        return named(reader, List.of(PolicyTarget.ofTable(table)));
    }

    public static ShowCommand readView(CommandReader reader, ViewName view) {
        return named(reader, List.of(PolicyTarget.ofView(view)));
    }

    public static ShowCommand readColumn(CommandReader reader, TableName table, Name column) {
        return named(reader, List.of(PolicyTarget.ofColumn(table, column)));
    }

    public static ShowCommand readAll(CommandReader reader) {
        reader.expect("policy");
        return new ShowPolicy(Scope.ALL_TABLES, List.of(), AlterPolicy.kind(reader, List.of()));
    }

    public static ShowCommand readDatabase(CommandReader reader) {
        return named(reader, List.of(PolicyTarget.ofDatabase()));
    }

    public static ShowCommand readCluster(CommandReader reader) {
        return new ShowPolicy(Scope.CLUSTER, List.of(), AlterPolicy.kind(reader, List.of()));
    }

    private static ShowCommand named(CommandReader reader, List<PolicyTarget> targets) {
        return new ShowPolicy(Scope.NAMED, targets, AlterPolicy.kind(reader, targets));
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        return CommandResult.of(
                PolicyTarget.ANSWER,
                switch (scope) {
                    case NAMED -> targets.stream()
                            .map(target -> target.row(database, kind))
                            .toList();
                    case ALL_TABLES -> database.tables().values().stream()
                            .filter(table -> !table.isHidden())
                            .map(table -> PolicyTarget.row(database, table, kind))
                            .toList();
                    case CLUSTER -> List.of(PolicyTarget.clusterRow(kind));
                });
    }
}
