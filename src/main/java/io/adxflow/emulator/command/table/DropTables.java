package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .drop table T [ifexists]
// .drop tables ( {T,} ) [ifexists]
/**
 * Drops tables, all or none, and answers those that remain.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/drop-table-command">.drop table</a>
 */
public record DropTables(List<TableName> tables, boolean ifExists) implements Command {
    private static final Schema ANSWER = AnswerSchema.of("TableName string, DatabaseName string");

    public static Command readOne(CommandReader reader, TableName table) {
        return new DropTables(List.of(table), ifExists(reader));
    }

    public static Command readMany(CommandReader reader) {
        return new DropTables(reader.list(() -> TableName.read(reader)), ifExists(reader));
    }

    private static boolean ifExists(CommandReader reader) {
        boolean found = reader.take("ifexists");
        reader.take("skip-seal");
        return found;
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            tables.forEach(table -> table.requireIn(database));
            if (!ifExists) {
                tables.forEach(table -> table.in(database));
            }
            Database next =
                    database.without(tables.stream().map(TableName::value).toList());
            return new Changed<>(next, remaining(next));
        });
    }

    private static CommandResult remaining(Database database) {
        return CommandResult.of(
                ANSWER,
                database.tables().values().stream()
                        .filter(table -> !table.isHidden())
                        .map(table -> CommandResult.row(table.name(), database.name()))
                        .toList());
    }
}
