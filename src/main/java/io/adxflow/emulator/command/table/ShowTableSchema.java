package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.Optional;

// .show table T schema as json
// .show table T (cslschema | kqlschema | schema as csl)
/** The columns of a table as text. */
public record ShowTableSchema(TableName table, boolean isJson) implements ShowCommand {
    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        Table found = table.in(database);
        return isJson
                ? TableRows.schemaAsJson(database, found)
                : TableRows.schema(database, found, TableRows.csl(found.schema()));
    }

    /** The Spark connector asks whether a table exists by piping its schema, and expects no rows when it does not. */
    @Override
    public Optional<Schema> schemaWithoutTable() {
        return Optional.of(TableRows.TABLE_SCHEMA);
    }
}
