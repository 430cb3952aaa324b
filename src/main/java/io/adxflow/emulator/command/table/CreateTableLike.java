package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

// .create table NEW based-on OLD [ifnotexists] [with (docstring, folder)]
/**
 * Makes an empty table with the columns, words, policies and mappings of another one.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/create-table-based-on-command">.create table based-on</a>
 */
record CreateTableLike(TableName name, TableName old, boolean ifNotExists, Properties properties) implements Command {
    static Command read(CommandReader reader, TableName name) {
        TableName old = TableName.read(reader);
        return new CreateTableLike(name, old, reader.take("ifnotexists"), Properties.read(reader));
    }

    @Override
    public void authorize(CommandContext context) {
        context.access().require(Right.ADMINISTER, context.database());
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Table model = old.in(database);
            Optional<Table> existing = database.table(name.value());
            if (existing.isPresent() && !ifNotExists) {
                throw name.exists();
            }
            Table made = existing.orElseGet(() -> Table.empty(name.value(), model.schema())
                    .described(
                            properties.text("folder").orElse(model.folder()),
                            properties.text("docstring").orElse("Created based on " + model.name()))
                    .withColumnDocs(model.columnDocs())
                    .withPolicies(withoutUpdate(model.policies()))
                    .withMappings(model.mappings()));
            Database next = existing.isPresent() ? database : database.with(made);
            return new Changed<>(next, TableRows.schemaAsJson(next, made));
        });
    }

    /** It would fill the table once more with what fills its model. */
    private static Map<String, String> withoutUpdate(Map<String, String> policies) {
        Map<String, String> copied = new HashMap<>(policies);
        copied.remove(PolicyKind.UPDATE.keyword());
        return copied;
    }
}
