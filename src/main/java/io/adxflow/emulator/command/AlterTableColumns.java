package io.adxflow.emulator.command;

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
record AlterTableColumns(TableName table, Schema schema, Properties properties, boolean isMerge) implements Command {
    static Command read(CommandReader reader, TableName table, boolean isMerge) {
        return new AlterTableColumns(table, Columns.read(reader), Properties.read(reader), isMerge);
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.store().change(context.databaseName(), database -> {
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
