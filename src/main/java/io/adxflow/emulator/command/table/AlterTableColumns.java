package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;

// .alter table T ( {C : TYPE,} ) [with (docstring, folder)]
// .alter-merge table T ( {C : TYPE,} ) [with (docstring, folder)]
/**
 * Sets the columns of a table, or adds to them.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/alter-table-command">.alter table</a>
 */
public record AlterTableColumns(TableName table, Schema schema, Properties properties, boolean isMerge)
        implements Command {
    public static Command read(CommandReader reader, TableName table, boolean isMerge) {
        return new AlterTableColumns(table, Columns.read(reader), Properties.read(reader), isMerge);
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Table old = table.in(database);
            Table next = isMerge
                    ? old.withSchema(SchemaChange.plus(old.schema(), schema, table))
                    : SchemaChange.replaced(old, schema, table);
            Table described = next.described(
                    properties.text("folder").orElse(next.folder()),
                    properties.text("docstring").orElse(next.docString()));
            Database changed = database.with(described);
            return new Changed<>(changed, TableRows.schemaAsJson(changed, described));
        });
    }
}
