package io.adxflow.emulator.command.ingestion;

import static io.adxflow.emulator.command.language.CommandProblem.BLOB_FORBIDDEN;
import static io.adxflow.emulator.command.language.CommandProblem.BLOB_NOT_FOUND;
import static io.adxflow.emulator.command.language.CommandProblem.EMPTY_BLOB;
import static io.adxflow.emulator.command.language.CommandProblem.SOURCE_NOT_ALLOWED;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.AsyncCommand;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.IngestionFailure;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.ingest.DataFormat;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.emulator.store.NoBlobException;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

// .ingest [async] into [table] T ( 'LOCATOR' | ( {'LOCATOR',} ) ) [with (…)]
/**
 * Ingests blobs of the emulator's own storage, of others that it may read, and files: one extent each, all visible at one moment or none.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-ingestion/ingest-from-storage">.ingest into</a>
 */
public record IngestBlobs(TableName target, List<Locator> locators, IngestionProperties properties) implements Command {
    private static final Schema ANSWER =
            AnswerSchema.of("ExtentId guid, ItemLoaded string, Duration timespan, HasErrors bool, OperationId guid");

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /** Where data lies, as the command says. */
    public record Locator(String text, Span span) {
        /** Without the parts that give access. */
        public String address() {
            return text.split("[?;]", 2)[0];
        }
    }

    public static Command read(CommandReader reader) {
        boolean isAsync = reader.take("async");
        reader.expect("into");
        reader.take("table");
        TableName target = TableName.read(reader);
        List<Locator> locators = reader.isAtSymbol("(") ? reader.list(() -> locator(reader)) : List.of(locator(reader));
        IngestionProperties properties = IngestionProperties.of(Properties.read(reader), reader);
        return AsyncCommand.of(isAsync, "DataIngestPull", new IngestBlobs(target, locators, properties));
    }

    public static Locator locator(CommandReader reader) {
        int start = reader.position();
        String text = reader.string();
        return new Locator(text, new Span(start, reader.position()));
    }

    @Override
    public CommandResult run(CommandContext context) {
        long start = context.store().now();
        Table table = recorded(context, locators.get(0), () -> target.in(context.database()));
        if (properties.isIngestedIn(table)) {
            return nothing(context.store().now() - start);
        }
        List<Segment> segments = segments(context, table);
        List<Extent> added = new Ingestion(context, properties).add(segments, false, target::in);
        return added.isEmpty()
                ? nothing(context.store().now() - start)
                : answer(segments, added, context.store().now() - start);
    }

    private List<Segment> segments(CommandContext context, Table table) {
        List<Segment> segments = new ArrayList<>();
        try {
            for (Locator locator : locators) {
                segments.add(recorded(context, locator, () -> segment(context, locator, table)));
            }
            return segments;
        } catch (RuntimeException e) {
            context.store().discard(segments);
            throw e;
        }
    }

    /** What fails is listed by {@code .show ingestion failures}. */
    private <R> R recorded(CommandContext context, Locator locator, Supplier<R> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            context.failures()
                    .add(new IngestionFailure(
                            context.request().activity(),
                            context.databaseName(),
                            target.name().value(),
                            context.store().now(),
                            locator.address(),
                            e));
            throw e;
        }
    }

    private Segment segment(CommandContext context, Locator locator, Table table) {
        try (LocalBlob blob = found(context, locator)) {
            requireData(blob.file(), locator);
            return segment(context, locator, blob.file(), table);
        } catch (IOException e) {
            throw new RemoteException("blob " + locator.address() + " cannot be read: " + e, false, 0, "", e);
        }
    }

    private LocalBlob found(CommandContext context, Locator locator) {
        try {
            return context.blobs().blob(locator.text());
        } catch (NoBlobException e) {
            throw problem(e, locator).in(target.source()).toException();
        }
    }

    private static Diagnostic problem(NoBlobException e, Locator locator) {
        return switch (e.reason()) {
            case ABSENT -> BLOB_NOT_FOUND.at(locator.span(), locator.address(), e.getMessage());
            case FORBIDDEN -> BLOB_FORBIDDEN.at(locator.span(), locator.address(), e.getMessage());
            case NOT_ALLOWED -> SOURCE_NOT_ALLOWED
                    .at(locator.span(), e.getMessage())
                    .withHint("to allow it: adxflow emulator start --ingest-from PLACE");
        };
    }

    private Segment segment(CommandContext context, Locator locator, Path blob, Table table) throws IOException {
        DataFormat format = properties
                .format()
                .or(() -> DataFormat.ofFileName(locator.address()))
                .orElse(DataFormat.CSV);
        if (format == DataFormat.PARQUET) {
            properties.requireNoMapping(table);
            return context.store().writeParquet(table.schema(), blob);
        }
        try (InputStream data = open(blob)) {
            return new DataLoad(context, properties, target.source(), locator.span()).load(data, format, table);
        }
    }

    private void requireData(Path blob, Locator locator) {
        if (blob.toFile().length() == 0) {
            throw EMPTY_BLOB
                    .at(locator.span(), locator.address())
                    .in(target.source())
                    .toException();
        }
    }

    /** Compressed or not, whatever the name says. */
    private static InputStream open(Path blob) throws IOException {
        InputStream data = new BufferedInputStream(Files.newInputStream(blob), BUFFER);
        data.mark(2);
        boolean isGzip = data.read() == GZIP_FIRST && data.read() == GZIP_SECOND;
        data.reset();
        return isGzip ? new GZIPInputStream(data, BUFFER) : data;
    }

    private static CommandResult nothing(long duration) {
        return CommandResult.of(
                ANSWER,
                List.of(CommandResult.row(IngestInline.NO_EXTENT, "", duration, false, IngestInline.NO_EXTENT)));
    }

    private CommandResult answer(List<Segment> segments, List<Extent> added, long duration) {
        UUID operation = UUID.randomUUID();
        List<List<Object>> rows = new ArrayList<>();
        for (Extent extent : added) {
            String item = locators.get(segments.indexOf(extent.segment())).address();
            rows.add(CommandResult.row(extent.id(), item, duration, false, operation));
        }
        return CommandResult.of(ANSWER, rows);
    }
}
