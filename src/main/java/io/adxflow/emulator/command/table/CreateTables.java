package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.List;

// .create table T ( {C : TYPE,} ) [with (docstring, folder, hidden)]
// .create tables T1 (…), T2 (…) [with (docstring, folder)]
// .create-merge table T (…) [with …]
// .create-merge tables T1 (…), T2 (…) [with …]
/**
 * Makes tables. One that exists stays as it is, or gets the columns that it lacks. All or none.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/create-table-command">.create table</a>
 */
public record CreateTables(List<Declared> tables, Properties properties, boolean isMerge, boolean isPlural)
        implements Command {
    /** A table as the command declares it. */
    record Declared(TableName name, Schema schema) {}

    public static Command readOne(CommandReader reader, TableName name, boolean isMerge) {
        if (reader.take("based-on")) {
            return CreateTableLike.read(reader, name);
        }
        List<Declared> one = List.of(new Declared(name, Columns.read(reader)));
        return new CreateTables(one, Properties.read(reader), isMerge, false);
    }

    public static Command readMany(CommandReader reader, boolean isMerge) {
        List<Declared> many = new ArrayList<>();
        do {
            many.add(new Declared(TableName.readNew(reader), Columns.read(reader)));
        } while (reader.takeSymbol(","));
        return new CreateTables(many, Properties.read(reader), isMerge, true);
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Database next = database;
            for (Declared declared : tables) {
                next = next.with(made(next, declared));
            }
            return new Changed<>(next, answer(next));
        });
    }

    private Table made(Database database, Declared declared) {
        return database.table(declared.name().value())
                .map(table -> isMerge ? merged(table, declared) : table)
                .orElseGet(() -> Table.empty(declared.name().value(), declared.schema())
                        .described(
                                properties.text("folder").orElse(""),
                                properties.text("docstring").orElse(""))
                        .hidden(properties.flag("hidden", false)));
    }

    private static Table merged(Table table, Declared declared) {
        return table.withSchema(SchemaChange.plus(table.schema(), declared.schema(), declared.name()));
    }

    private CommandResult answer(Database database) {
        List<Table> made = tables.stream()
                .map(declared -> database.table(declared.name().value()).orElseThrow())
                .toList();
        return isPlural ? TableRows.tables(database, made) : TableRows.schemaAsJson(database, made.get(0));
    }
}
