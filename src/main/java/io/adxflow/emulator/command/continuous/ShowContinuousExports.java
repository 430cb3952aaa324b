package io.adxflow.emulator.command.continuous;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.ContinuousExport;
import io.adxflow.emulator.store.ContinuousExport.Progress;
import io.adxflow.emulator.store.Database;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

// .show continuous-exports
// .show continuous-export NAME
/**
 * What is exported again and again, and how far it is.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-export/show-continuous-export">.show continuous-export</a>
 */
public record ShowContinuousExports(Optional<ContinuousName> name) implements ShowCommand {
    private static final Schema ANSWER = AnswerSchema.of("Name string, ExternalTableName string, Query string,"
            + " ForcedLatency timespan, IntervalBetweenRuns timespan, CursorScopedTables string,"
            + " ExportProperties string, LastRunTime datetime, StartCursor string, IsDisabled bool,"
            + " LastRunResult string, ExportedTo datetime, IsRunning bool");

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        return answer(
                context,
                database,
                name.map(one -> List.of(one.in(database)))
                        .orElseGet(
                                () -> List.copyOf(database.entities().exports().values())));
    }

    static CommandResult answer(CommandContext context, Database database, List<ContinuousExport> exports) {
        return CommandResult.of(
                ANSWER,
                exports.stream().map(export -> row(context, database, export)).toList());
    }

    private static List<Object> row(CommandContext context, Database database, ContinuousExport export) {
        ContinuousExport.Definition definition = export.definition();
        Progress progress = export.progress();
        return CommandResult.row(
                export.name(),
                definition.externalTable(),
                definition.query(),
                definition.latency() == 0 ? null : (Object) definition.latency(),
                definition.interval(),
                Json.write(definition.facts().stream()
                        .map(fact -> "['" + database.name() + "'].['" + fact + "']")
                        .toList()),
                Json.write(properties(definition.properties())),
                progress.lastRun() == 0 ? null : (Object) progress.lastRun(),
                Long.toString(export.startCursor()),
                !export.isEnabled(),
                progress.result(),
                progress.exportedTo() == 0 ? null : (Object) progress.exportedTo(),
                context.services().exporting().contains(ContinuousExports.key(database.name(), export.name())));
    }

    private static Map<String, Object> properties(Map<String, String> given) {
        Map<String, Object> properties = new TreeMap<>();
        Map<String, String> names = Map.of(
                "sizelimit", "SizeLimit",
                "distributed", "Distributed",
                "parquetrowgroupsize", "ParquetRowGroupSize",
                "usenativeparquetwriter", "UseNativeParquetWriter",
                "parquetdatetimeprecision", "ParquetDatetimePrecision");
        given.forEach((name, text) ->
                properties.put(names.get(name), text.matches("\\d+") ? (Object) Long.valueOf(text) : text));
        return properties;
    }
}
