package io.adxflow.emulator.command.export;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.store.ContinuousExport.Definition;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CompiledResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Exports the rows that came into tables between two cursors.
 *
 * @param after the cursor of the last row that has been exported
 */
public record ContinuousRun(CommandContext context, ExternalTable table, Definition definition, long after) {
    /** What was exported: of each file its path, its rows and its bytes. */
    public List<List<Object>> until(Snapshot snapshot, long until) {
        SourceText source = new SourceText("query", definition.query());
        QueryText query =
                new QueryText(definition.query(), source, 0, definition.query().length());
        CompiledResult compiled = compile(context, snapshot, definition, query, after, until);
        return export(context, table, definition, query).run(snapshot, compiled).stream()
                .map(file -> List.<Object>of(file.path(), file.rows(), file.bytes()))
                .toList();
    }

    /** Refuses a query that cannot be exported, before there is anything to export. */
    public static void check(CommandContext context, ExternalTable table, Definition definition, QueryText query) {
        try (Snapshot snapshot = context.open()) {
            CompiledResult compiled = compile(context, snapshot, definition, query, 0, 0);
            export(context, table, definition, query).requireColumns(compiled.schema());
        }
    }

    private static CompiledResult compile(
            CommandContext context, Snapshot snapshot, Definition definition, QueryText query, long after, long until) {
        Catalog rows = snapshot.ingested(definition.facts(), after, until);
        return Queries.compileLonger(context, snapshot, rows, query, "");
    }

    private static ExternalExport export(
            CommandContext context, ExternalTable table, Definition definition, QueryText query) {
        Span span = new Span(query.start(), query.end());
        ExportOptions options = ExportOptions.of(
                table,
                name -> Optional.ofNullable(definition.properties().get(name.toLowerCase(Locale.ROOT))),
                span,
                query.source());
        return new ExternalExport(context, table, options, query);
    }
}
