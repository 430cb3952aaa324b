package io.adxflow.emulator.command.export;

import io.adxflow.emulator.command.external.ExternalName;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.AsyncCommand;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.Scope;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .export [async] to table X [with (sizeLimit, parquetRowGroupSize, …)] <| QUERY
/**
 * Writes the rows of a query to new files of an external table, in the folders of their partitions. The columns of the query are
 * those of the table, by their names.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-export/export-data-to-an-external-table">Export to an external
 *     table</a>
 */
public record ExportToTable(ExternalName name, Properties properties, QueryText query) implements Command {
    private static final Schema ANSWER =
            AnswerSchema.of("ExternalTableName string, Path string, NumRecords long, SizeInBytes long");

    /** What follows {@code to table}. */
    static Command read(CommandReader reader, boolean isAsync) {
        ExternalName name = ExternalName.read(reader);
        Properties properties = Properties.read(reader);
        ExportOptions.requireSizes(properties);
        reader.expectSymbol("<|");
        return AsyncCommand.of(
                isAsync, "DataExportToExternalTable", new ExportToTable(name, properties, reader.rest()));
    }

    @Override
    public void authorize(CommandContext context) {
        Database database = context.database();
        name.find(database).ifPresent(found -> context.access()
                .require(Right.ADMINISTER, database, Scope.ofExternal(found.name()), found.name()));
    }

    @Override
    public CommandResult run(CommandContext context) {
        ExternalTable table = name.in(context.database());
        ExportOptions options =
                ExportOptions.of(table, properties::text, name.name().span(), name.source());
        try (Snapshot snapshot = context.open()) {
            List<ExportedFile> files = new ExternalExport(context, table, options, query)
                    .run(snapshot, Queries.compile(context, snapshot, query));
            return CommandResult.of(
                    ANSWER,
                    files.stream()
                            .map(file -> CommandResult.row(table.name(), file.path(), file.rows(), file.bytes()))
                            .toList());
        }
    }
}
