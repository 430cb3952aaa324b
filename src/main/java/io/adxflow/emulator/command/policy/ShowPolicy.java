package io.adxflow.emulator.command.policy;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Database;
import java.util.List;
import java.util.Optional;

// .show table (T | *) policy P
// .show database [DB] policy P
/** Shows one policy of a table, of all tables, or of the database. */
public record ShowPolicy(Optional<PolicyTarget> target, PolicyKind kind) implements ShowCommand {
    public static ShowCommand readTable(CommandReader reader, TableName table) {
        return new ShowPolicy(Optional.of(PolicyTarget.ofTable(table)), AlterPolicy.kind(reader));
    }

    public static ShowCommand readAll(CommandReader reader) {
        reader.expect("policy");
        return new ShowPolicy(Optional.empty(), AlterPolicy.kind(reader));
    }

    public static ShowCommand readDatabase(CommandReader reader) {
        return new ShowPolicy(Optional.of(PolicyTarget.ofDatabase()), AlterPolicy.kind(reader));
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        List<List<Object>> rows = target.map(one -> List.of(one.row(database, kind)))
                .orElseGet(() -> database.tables().values().stream()
                        .map(table -> PolicyTarget.row(database, table, kind))
                        .toList());
        return CommandResult.of(PolicyTarget.ANSWER, rows);
    }
}
