package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.policy.AlterPolicy;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .alter column T.C type = TYPE
/**
 * Gives a column another type. Its values in rows that are there are lost.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/alter-column">.alter column</a>
 */
public record AlterColumn(ColumnName column, KqlType type) implements Command {
    public static Command read(CommandReader reader) {
        ColumnName column = ColumnName.read(reader);
        if (reader.take("policy")) {
            return AlterPolicy.read(reader, List.of(column.target()), false);
        }
        reader.expect("type");
        reader.expectSymbol("=");
        return new AlterColumn(column, Columns.type(reader));
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Table table = column.table().in(database);
            Column old = column.in(table);
            Column next = new Column(old.name(), type);
            Schema schema = new Schema(table.schema().columns().stream()
                    .map(one -> one.equals(old) ? next : one)
                    .toList());
            return new Changed<>(
                    database.with(SchemaChange.restricted(table, schema)),
                    CommandResult.of(ColumnName.ANSWER, List.of(ColumnName.row(next))));
        });
    }
}
