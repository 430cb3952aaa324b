package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .drop column T.C [ifexists]
// .drop table T columns ( {C,} ) [ifexists]
/**
 * Drops columns with their values. A table keeps at least one.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/drop-column">.drop column</a>
 */
public record DropColumns(TableName table, List<ColumnName> columns, boolean ifExists) implements Command {
    public static Command readOne(CommandReader reader) {
        ColumnName column = ColumnName.read(reader);
        return new DropColumns(column.table(), List.of(column), reader.take("ifexists"));
    }

    public static Command readMany(CommandReader reader, TableName table) {
        List<ColumnName> columns = reader.list(() -> new ColumnName(table, reader.name()));
        return new DropColumns(table, columns, reader.take("ifexists"));
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Table old = table.in(database);
            if (!ifExists) {
                columns.forEach(column -> column.in(old));
            }
            List<String> gone =
                    columns.stream().map(column -> column.name().value()).toList();
            List<Column> kept = old.schema().columns().stream()
                    .filter(column -> !gone.contains(column.name()))
                    .toList();
            if (kept.isEmpty()) {
                throw CommandProblem.UNSUPPORTED
                        .at(table.name().span(), "a table without columns")
                        .in(table.source())
                        .toException();
            }
            Table next = SchemaChange.restricted(old, new Schema(kept));
            Database changed = database.with(next);
            return new Changed<>(changed, TableRows.schemaAsJson(changed, next));
        });
    }
}
