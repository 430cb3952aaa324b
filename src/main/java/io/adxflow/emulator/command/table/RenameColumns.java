package io.adxflow.emulator.command.table;

import static io.adxflow.emulator.command.language.CommandProblem.COLUMN_EXISTS;

import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

// .rename column T.C to NEW
// .rename columns {NEW = T.C,}
/**
 * Renames columns of a table at one moment; names may change places.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/rename-column">.rename column</a>
 */
public record RenameColumns(List<Pair> pairs) implements Command {
    /** One column and its next name. */
    record Pair(Name next, ColumnName old) {}

    public static Command readOne(CommandReader reader) {
        ColumnName old = ColumnName.read(reader);
        reader.expect("to");
        return new RenameColumns(List.of(new Pair(Columns.legal(reader, reader.name()), old)));
    }

    public static Command readMany(CommandReader reader) {
        List<Pair> pairs = new ArrayList<>();
        do {
            Name next = Columns.legal(reader, reader.name());
            reader.expectSymbol("=");
            pairs.add(new Pair(next, ColumnName.read(reader)));
        } while (reader.takeSymbol(","));
        return new RenameColumns(pairs);
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            Map<String, Map<String, String>> names = new LinkedHashMap<>();
            List<List<Object>> rows = new ArrayList<>();
            for (Pair pair : pairs) {
                Table table = pair.old().table().in(database);
                Column old = pair.old().in(table);
                names.computeIfAbsent(table.name(), any -> new LinkedHashMap<>())
                        .put(old.name(), pair.next().value());
                rows.add(ColumnName.row(new Column(pair.next().value(), old.type())));
            }
            Database next = database;
            for (Map.Entry<String, Map<String, String>> entry : names.entrySet()) {
                Table renamed = SchemaChange.renamed(database.tables().get(entry.getKey()), entry.getValue());
                requireDifferent(renamed);
                next = next.with(renamed);
            }
            return new Changed<>(next, CommandResult.of(ColumnName.ANSWER, rows));
        });
    }

    private void requireDifferent(Table renamed) {
        Set<String> seen = new HashSet<>();
        for (String name : renamed.schema().names()) {
            if (!seen.add(name)) {
                Pair pair = pairs.stream()
                        .filter(one -> one.next().value().equals(name))
                        .findFirst()
                        .orElseThrow();
                throw COLUMN_EXISTS
                        .at(pair.next().span(), name)
                        .in(pair.old().table().source())
                        .toException();
            }
        }
    }
}
