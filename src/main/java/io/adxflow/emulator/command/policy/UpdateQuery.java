package io.adxflow.emulator.command.policy;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.Kql;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.stream.Collectors;

/** The query of an update policy: it belongs to the database, so who ingests and with which options makes no difference. */
final class UpdateQuery {
    private UpdateQuery() {}

    /**
     * The query over new rows.
     *
     * @throws io.adxflow.base.diagnostic.UserException with what is wrong with it
     */
    static CompiledResult compile(CommandContext context, Snapshot snapshot, List<Extent> extents, UpdateStep step) {
        Table rows = Table.empty(step.source().name(), step.source().schema()).withExtents(extents);
        return compile(context, snapshot.database(), snapshot.holding(rows), step);
    }

    /**
     * @param database whose policies say what the query may read
     * @param catalog in which the source has the rows that the query is to see
     */
    static CompiledResult compile(CommandContext context, Database database, Catalog catalog, UpdateStep step) {
        SourceText text = new SourceText(
                "update policy of " + step.target().name(), step.policy().query());
        UpdateCatalog visible =
                new UpdateCatalog(catalog, database, step.source().name());
        return Kql.compile(text, visible, QueryContext.at(context.store().now(), context.databaseName()))
                .results()
                .get(0);
    }

    /** What is wrong with a query, in one line. */
    static String reason(UserException mistakes) {
        Diagnostic first = mistakes.diagnostics().get(0);
        return first.code() + ": " + first.message();
    }

    /** As errors name a schema. */
    static String types(Schema schema) {
        return schema.columns().stream().map(column -> column.type().keyword()).collect(Collectors.joining(","));
    }
}
