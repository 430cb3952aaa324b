package io.adxflow.emulator.command.view;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.MaterializedView.Definition;
import java.util.List;
import java.util.function.UnaryOperator;

// .alter materialized-view V (folder "TEXT" | docstring "TEXT" | lookback SPAN | autoUpdateSchema (true | false))
/** Changes a property of a materialized view. */
record DescribeView(ViewName name, UnaryOperator<Definition> change) implements Command {
    static Command read(CommandReader reader, ViewName name) {
        if (reader.take("folder")) {
            String folder = reader.string();
            return new DescribeView(name, old -> old.described(folder, old.docString()));
        }
        if (reader.take("docstring")) {
            String docString = reader.string();
            return new DescribeView(name, old -> old.described(old.folder(), docString));
        }
        if (reader.take("lookback")) {
            String span = reader.raw(";");
            return new DescribeView(name, old -> old.lookingBack(span));
        }
        reader.expect("autoUpdateSchema");
        boolean isAutomatic = reader.take("true");
        if (!isAutomatic) {
            reader.expect("false");
        }
        return new DescribeView(name, old -> old.autoUpdated(isAutomatic));
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            MaterializedView view = name.in(database);
            MaterializedView next = view.with(change.apply(view.definition()));
            Database changed = database.withEntities(database.entities().with(next));
            return new Changed<>(changed, ShowViews.answer(context, List.of(next)));
        });
    }
}
