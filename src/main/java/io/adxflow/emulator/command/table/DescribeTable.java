package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;

// .alter table T docstring "TEXT"
// .alter table T folder "TEXT"
/** Sets the words about a table. */
public record DescribeTable(TableName table, boolean isFolder, String text) implements Command {
    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Table old = table.in(database);
            Table next = isFolder ? old.described(text, old.docString()) : old.described(old.folder(), text);
            Database changed = database.with(next);
            return new Changed<>(changed, TableRows.schemaAsJson(changed, next));
        });
    }
}
