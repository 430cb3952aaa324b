package io.adxflow.emulator.command.view;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.table.TableRows;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.kql.language.Schema;

/** The columns of a materialized view's query. */
public final class ViewSchema {
    private ViewSchema() {}

    public static Schema of(CommandContext context, MaterializedView view) {
        String name = TableRows.cslName(view.name());
        try (Snapshot snapshot = context.open()) {
            return Queries.compile(context, snapshot.catalog(), new SourceText("view", name), name, 0)
                    .schema();
        }
    }
}
