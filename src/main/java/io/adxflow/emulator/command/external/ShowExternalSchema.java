package io.adxflow.emulator.command.external;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.table.TableRows;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.Table;
import java.util.List;

// .show external table X (cslschema | schema as json | schema as csl)
/**
 * The columns of an external table, those included that only paths have.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/show-external-table-schema">.show external table schema</a>
 */
public record ShowExternalSchema(ExternalName name, boolean isJson) implements ShowCommand {
    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        ExternalTable table = name.in(database);
        Table columns = Table.empty(table.name(), table.schema());
        return CommandResult.of(
                TableRows.TABLE_SCHEMA,
                List.of(CommandResult.row(
                        table.name(),
                        isJson ? TableRows.json(columns) : TableRows.csl(table.schema()),
                        database.name(),
                        table.option("folder"),
                        table.option("docString"))));
    }
}
