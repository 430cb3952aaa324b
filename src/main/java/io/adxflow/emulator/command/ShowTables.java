package io.adxflow.emulator.command;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .show tables [( {T,} )] [details] [with (IncludeHiddenTables = true)]
/** Lists tables. */
record ShowTables(List<TableName> tables, boolean isDetailed, Properties properties) implements ShowCommand {
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
