package io.adxflow.emulator.command.export;

import static io.adxflow.emulator.command.language.CommandProblem.NO_EXPORT_TARGET;

import io.adxflow.base.diagnostic.RemoteException;
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
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

// .export [async] [compressed] to (csv | tsv | json | parquet) ( 'LOCATOR' {, 'LOCATOR'} ) [with (…)] <| QUERY
/**
 * Writes the rows of a query to one file, in a blob container or in a folder below {@code exports} of the data directory. The
 * service would write several files; whoever reads them lists the folder.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-export/export-data-to-storage">Export data to storage</a>
 */
public record Export(Locator place, ExportOptions options, QueryText query) implements Command {
    private static final Schema ANSWER = AnswerSchema.of("Path string, NumRecords long, SizeInBytes long");

    public static Command read(CommandReader reader) {
        boolean isAsync = reader.take("async");
        boolean isCompressed = reader.take("compressed");
        reader.expect("to");
        if (reader.take("table")) {
            throw reader.unsupported("export to an external table");
        }
        ExportOptions.Format format = ExportOptions.format(reader);
        List<Locator> places = reader.list(() -> IngestBlobs.locator(reader));
        if (places.isEmpty()) {
            throw reader.unexpected("the address of a container before this");
        }
        ExportOptions options = ExportOptions.of(format, isCompressed, Properties.read(reader));
        reader.expectSymbol("<|");
        return AsyncCommand.of(isAsync, "DataExport", new Export(places.get(0), options, reader.rest()));
    }

    @Override
    public void authorize(CommandContext context) {
        context.access().require(Right.READ, context.database());
    }

    @Override
    public CommandResult run(CommandContext context) {
        try {
            Path file = Files.createTempFile(
                    "adxflow-export", "." + options.format().extension());
            try {
                long rows = write(context, file);
                String path = stored(context, file);
                return CommandResult.of(ANSWER, List.of(List.of(path, rows, Files.size(file))));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new RemoteException("the rows cannot be written: " + e.getMessage(), false, 507, "", e);
        }
    }

    private long write(CommandContext context, Path file) throws IOException {
        try (Snapshot snapshot = context.open()) {
            CompiledResult compiled = Queries.compile(context, snapshot, query);
            return options.format() == ExportOptions.Format.PARQUET
                    ? snapshot.writeParquet(
                            compiled.schema(),
                            compiled.sql(),
                            options.parquet(),
                            file,
                            context.request().limit())
                    : new TextExport(options)
                            .write(
                                    snapshot.run(
                                            compiled.schema(),
                                            compiled.sql(),
                                            context.request().limit()),
                                    file);
        }
    }

    private String stored(CommandContext context, Path file) {
        return context.blobs().export(place.text(), options.fileName(), file).orElseThrow(() -> NO_EXPORT_TARGET
                .at(place.span(), place.address())
                .in(query.source())
                .withHint("an address of '.show export containers', a container with its shared access signature,"
                        + " or a folder below " + context.blobs().exportFolder())
                .toException());
    }
}
