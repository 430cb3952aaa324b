package io.adxflow.emulator.command;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;

// .show table T schema as json
// .show table T (cslschema | kqlschema | schema as csl)
/** The columns of a table as text. */
record ShowTableSchema(TableName table, boolean isJson) implements ShowCommand {
    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        Table found = table.in(database);
        return isJson
                ? TableRows.schemaAsJson(database, found)
                : TableRows.schema(database, found, TableRows.csl(found.schema()));
    }
}
