package io.adxflow.emulator.command.table;

import static io.adxflow.emulator.command.language.CommandProblem.NOTHING_TO_UNDO;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.DroppedTable;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;

// .undo drop table T [as NEW] version = "vMAJOR.MINOR"
/**
 * Brings back the table that was last dropped under a name, with all that it held. The version is that of the database before
 * the drop, which {@code .show journal} tells.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/undo-drop-table-command">.undo drop table</a>
 */
public record UndoDropTable(TableName table, TableName next, String version) implements Command {
    private static final Schema ANSWER =
            AnswerSchema.of("ExtentId guid, NumberOfRecords long, Status string, FailureReason string");

    public static Command read(CommandReader reader) {
        TableName table = TableName.read(reader);
        TableName next = reader.take("as") ? TableName.readNew(reader) : table;
        reader.expect("version");
        reader.expectSymbol("=");
        return new UndoDropTable(table, next, reader.string());
    }

    @Override
    public void authorize(CommandContext context) {
        context.access().require(Right.ADMINISTER, context.database());
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            DroppedTable dropped = dropped(database);
            if (database.table(next.value()).isPresent()) {
                throw next.exists();
            }
            Table found = dropped.table().renamed(next.value());
            Database undone =
                    database.with(found).withHistory(database.history().without(dropped));
            return new Changed<>(undone, answer(found));
        });
    }

    private DroppedTable dropped(Database database) {
        return database.history()
                .dropped(table.value())
                .filter(one -> one.version().equals(version))
                .orElseThrow(() -> NOTHING_TO_UNDO
                        .at(table.name().span(), table.value(), version)
                        .withHint(database.history()
                                .dropped(table.value())
                                .map(one -> "its last drop can be undone with version = \"" + one.version() + "\"")
                                .orElse("'.show journal' tells what was dropped"))
                        .in(table.source())
                        .toException());
    }

    private static CommandResult answer(Table found) {
        return CommandResult.of(
                ANSWER,
                found.extents().stream()
                        .map(extent ->
                                CommandResult.row(extent.id(), extent.segment().rows(), "Recovered", ""))
                        .toList());
    }
}
