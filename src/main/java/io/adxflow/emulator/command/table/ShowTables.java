package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .show tables [( {T,} )] [details] [with (IncludeHiddenTables = true)]
/** Lists tables. */
public record ShowTables(List<TableName> tables, boolean isDetailed, Properties properties) implements ShowCommand {
    private Schema schema() {
        return isDetailed ? TableDetails.SCHEMA : TableRows.TABLE;
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        boolean isWithHidden = properties.flag("IncludeHiddenTables", false);
        List<Table> found = tables.isEmpty()
                ? database.tables().values().stream()
                        .filter(table -> isWithHidden || !table.isHidden())
                        .toList()
                : tables.stream().map(name -> name.in(database)).toList();
        return isDetailed ? TableDetails.of(database, found) : TableRows.tables(database, found);
    }
}
