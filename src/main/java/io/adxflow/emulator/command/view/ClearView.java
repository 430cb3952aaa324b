package io.adxflow.emulator.command.view;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Scope;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .clear materialized-view V data
/**
 * Lets a materialized view forget the rows that it has seen.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/materialized-views/materialized-view-clear-data">Clear data</a>
 */
public record ClearView(ViewName name) implements Command {
    private static final Schema ANSWER = AnswerSchema.of("ExtentId guid, TableName string, CreatedOn datetime");

    public static Command read(CommandReader reader) {
        ViewName name = ViewName.read(reader);
        reader.expect("data");
        return new ClearView(name);
    }

    @Override
    public void authorize(CommandContext context) {
        context.access().require(Right.ADMINISTER, context.database(), Scope.ofView(name.value()), name.value());
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            MaterializedView view = name.in(database);
            Table storage = database.table(view.storage()).orElseThrow();
            return new Changed<>(
                    database.with(storage.withExtents(List.of())),
                    CommandResult.of(
                            ANSWER,
                            storage.extents().stream()
                                    .map(extent ->
                                            CommandResult.row(extent.id(), storage.name(), extent.minCreatedOn()))
                                    .toList()));
        });
    }
}
