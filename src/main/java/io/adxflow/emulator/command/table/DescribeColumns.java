package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

// .alter table T column-docstrings ( {C : "TEXT",} )
// .alter-merge table T column-docstrings ( {C : "TEXT",} )
/** Sets the words about columns. Columns that are left out lose theirs, or keep them when merged. */
public record DescribeColumns(TableName table, List<Words> words, boolean isMerge) implements Command {
    /** A column and the words about it. */
    record Words(ColumnName column, String text) {}

    public static Command read(CommandReader reader, TableName table, boolean isMerge) {
        List<Words> words = reader.list(() -> {
            ColumnName column = new ColumnName(table, reader.name());
            reader.expectSymbol(":");
            return new Words(column, reader.string());
        });
        return new DescribeColumns(table, words, isMerge);
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Table old = table.in(database);
            Map<String, String> docs = new LinkedHashMap<>(isMerge ? old.columnDocs() : Map.of());
            words.forEach(one -> docs.put(one.column().in(old).name(), one.text()));
            Table next = old.withColumnDocs(docs);
            Database changed = database.with(next);
            return new Changed<>(changed, TableRows.schemaAsJson(changed, next));
        });
    }
}
