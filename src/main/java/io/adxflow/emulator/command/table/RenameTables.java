package io.adxflow.emulator.command.table;

import static io.adxflow.emulator.command.language.CommandProblem.DUPLICATE_NAME;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

// .rename table OLD to NEW [with (…)]
// .rename tables {NEW = OLD [ifexists],} [with (…)]
/**
 * Renames tables at one moment; names may change places. A missing table fails all, unless its pair says
 * {@code ifexists}. A name in use fails all, unless its table is renamed too.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/rename-table-command">.rename tables</a>
 */
public record RenameTables(List<Pair> pairs) implements Command {
    /** One table and its next name. */
    record Pair(TableName next, TableName old, boolean ifExists) {}

    public static Command readOne(CommandReader reader) {
        TableName old = TableName.read(reader);
        reader.expect("to");
        TableName next = TableName.readNew(reader);
        Properties.read(reader);
        return new RenameTables(List.of(new Pair(next, old, false)));
    }

    public static Command readMany(CommandReader reader) {
        List<Pair> pairs = new ArrayList<>();
        do {
            TableName next = TableName.readNew(reader);
            reader.expectSymbol("=");
            pairs.add(new Pair(next, TableName.read(reader), reader.take("ifexists")));
        } while (reader.takeSymbol(","));
        Properties.read(reader);
        return new RenameTables(pairs);
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Map<String, TableName> names = names(database);
            List<Table> renamed = new ArrayList<>();
            Map<String, Table> all = new HashMap<>(database.tables());
            names.keySet().forEach(all::remove);
            names.forEach((old, next) -> {
                Table table = database.tables().get(old).renamed(next.value());
                if (all.put(next.value(), table) != null) {
                    throw next.exists();
                }
                renamed.add(table);
            });
            Database changed = database.withTables(all.values());
            return new Changed<>(changed, TableRows.tables(changed, renamed));
        });
    }

    /** The next name of each table that is renamed. */
    private Map<String, TableName> names(Database database) {
        Map<String, TableName> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (pair.ifExists() && database.table(pair.old().value()).isEmpty()) {
                continue;
            }
            pair.old().in(database);
            requireOnce(pair.old(), names.putIfAbsent(pair.old().value(), pair.next()) == null);
            requireOnce(pair.next(), taken.add(pair.next().value()));
        }
        return names;
    }

    private static void requireOnce(TableName name, boolean isFirst) {
        if (!isFirst) {
            throw DUPLICATE_NAME
                    .at(name.name().span(), name.value())
                    .in(name.source())
                    .toException();
        }
    }
}
