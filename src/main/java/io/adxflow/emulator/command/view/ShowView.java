package io.adxflow.emulator.command.view;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.language.ViewName;
import io.adxflow.emulator.command.table.TableDetails;
import io.adxflow.emulator.command.table.TableRows;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.Optional;

// .show materialized-view V (cslschema | schema as json | schema as csl)
// .show materialized-view V details
// .show materialized-view V failures
// .show materialized-view V extents [hot]
/**
 * A part of what there is to know of a materialized view. Its extents are those of the table {@code _MV_V}, which holds the
 * rows that it has seen; it follows its source in the step that ingests, so it never fails on its own.
 */
public record ShowView(ViewName name, Part part) implements ShowCommand {
    private static final Schema DETAILS =
            AnswerSchema.of("MaterializedViewName string, DatabaseName string, Folder string, DocString string,"
                    + " TotalExtents long, TotalExtentSize real, TotalOriginalSize real, TotalRowCount long, HotExtents"
                    + " long, HotExtentSize real, HotOriginalSize real, HotRowCount long, AuthorizedPrincipals string,"
                    + " RetentionPolicy string, CachingPolicy string, ShardingPolicy string, MergePolicy string,"
                    + " StreamingIngestionPolicy string, IngestionBatchingPolicy string, MinExtentsCreationTime"
                    + " datetime, MaxExtentsCreationTime datetime, RowOrderPolicy string, TableId guid");
    private static final Schema FAILURES = AnswerSchema.of("Name string, Timestamp datetime, OperationId guid,"
            + " RootActivityId guid, Error string, RetryCount long");

    /** What is shown. */
    enum Part {
        CSL,
        JSON,
        DETAILS,
        FAILURES
    }

    public static ShowCommand read(CommandReader reader, ViewName name) {
        if (reader.take("schema as json")) {
            return new ShowView(name, Part.JSON);
        }
        if (reader.take("cslschema") || reader.take("schema as csl")) {
            return new ShowView(name, Part.CSL);
        }
        if (reader.take("details") || reader.take("statistics")) {
            return new ShowView(name, Part.DETAILS);
        }
        if (reader.take("failures")) {
            return new ShowView(name, Part.FAILURES);
        }
        return new ShowViews(Optional.of(name));
    }

    /** The table with the rows that a view has seen. */
    public static TableName storage(ViewName name) {
        return new TableName(
                Optional.empty(), new Name(MaterializedView.storageOf(name.value()), name.span()), name.source());
    }

    private Schema schema() {
        return switch (part) {
            case CSL, JSON -> TableRows.TABLE_SCHEMA;
            case DETAILS -> DETAILS;
            case FAILURES -> FAILURES;
        };
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        MaterializedView view = name.in(database);
        Table storage = storage(name).in(database);
        return CommandResult.of(
                schema(),
                switch (part) {
                    case CSL -> List.of(described(context, view, TableRows.csl(ViewSchema.of(context, view))));
                    case JSON -> List.of(described(
                            context, view, TableRows.json(Table.empty(view.name(), ViewSchema.of(context, view)))));
                    case DETAILS -> TableDetails.of(database, List.of(storage.renamed(view.name())))
                            .rows();
                    case FAILURES -> List.of();
                });
    }

    private static List<Object> described(CommandContext context, MaterializedView view, String schema) {
        return CommandResult.row(
                view.name(),
                schema,
                context.databaseName(),
                view.definition().folder(),
                view.definition().docString());
    }
}
