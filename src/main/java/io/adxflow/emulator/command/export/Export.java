package io.adxflow.emulator.command.export;

import static io.adxflow.emulator.command.language.CommandProblem.NO_EXPORT_TARGET;

import io.adxflow.emulator.command.ingestion.IngestBlobs;
import io.adxflow.emulator.command.ingestion.IngestBlobs.Locator;
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
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.WrittenFile;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

// .export [async] [compressed] to (csv | tsv | json | parquet) ( 'LOCATOR' {, 'LOCATOR'} ) [with (…)] <| QUERY
/**
 * Writes the rows of a query to files of about {@code sizeLimit} bytes, spread over blob containers or folders below
 * {@code exports} of the data directory. Whether the export is distributed makes no difference: there is one node.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-export/export-data-to-storage">Export data to storage</a>
 */
public record Export(List<Locator> places, ExportOptions options, QueryText query) implements Command {
    private static final Schema ANSWER = AnswerSchema.of("Path string, NumRecords long, SizeInBytes long");

    public static Command read(CommandReader reader) {
        boolean isAsync = reader.take("async");
        boolean isCompressed = reader.take("compressed");
        reader.expect("to");
        if (reader.take("table")) {
            return ExportToTable.read(reader, isAsync);
        }
        if (reader.take("sql")) {
            throw reader.unsupported("an export to a table of a SQL database");
        }
        ExportOptions.Format format = ExportOptions.format(reader);
        List<Locator> places = reader.list(() -> IngestBlobs.locator(reader));
        if (places.isEmpty()) {
            throw reader.unexpected("the address of a container before this");
        }
        ExportOptions options = ExportOptions.of(format, isCompressed, Properties.read(reader));
        reader.expectSymbol("<|");
        return AsyncCommand.of(isAsync, "DataExportToFile", new Export(places, options, reader.rest()));
    }

    @Override
    public void authorize(CommandContext context) {
        context.access().require(Right.READ, context.database());
    }

    @Override
    public CommandResult run(CommandContext context) {
        FileExport export = new FileExport(context, options);
        return export.inFolder(folder -> {
            try (Snapshot snapshot = context.open()) {
                CompiledResult compiled = Queries.compile(context, snapshot, query);
                List<WrittenFile> files = export.write(snapshot, compiled, folder.resolve("files"));
                return CommandResult.of(ANSWER, stored(context, files));
            }
        });
    }

    private List<List<Object>> stored(CommandContext context, List<WrittenFile> files) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (WrittenFile file : files) {
            context.cancellation().check();
            Locator place = places.get(rows.size() % places.size());
            String path = stored(context, place, options.fileName(rows.size() + 1), file.path());
            rows.add(CommandResult.row(path, file.rows(), Files.size(file.path())));
        }
        return rows;
    }

    private String stored(CommandContext context, Locator place, String name, Path file) {
        return context.blobs().export(place.text(), name, file).orElseThrow(() -> NO_EXPORT_TARGET
                .at(place.span(), place.address())
                .in(query.source())
                .withHint("an address of '.show export containers', a container with its signature or key,"
                        + " or a folder below " + context.blobs().exportFolder())
                .toException());
    }
}
