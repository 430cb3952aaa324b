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
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.ingest.DataFormat;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.emulator.store.NoBlobException;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

// .ingest [async] into [table] T ( 'LOCATOR' | ( {'LOCATOR',} ) ) [with (…)]
/**
 * Ingests blobs of the emulator's own storage, of others that it may read, and files: one extent each, all visible at one moment or none.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-ingestion/ingest-from-storage">.ingest into</a>
 */
public record IngestBlobs(TableName target, List<Locator> locators, IngestionProperties properties) implements Command {
    private static final Schema ANSWER =
            AnswerSchema.of("ExtentId guid, ItemLoaded string, Duration timespan, HasErrors bool, OperationId guid");

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
    public void authorize(CommandContext context) {
        recorded(context, locators.get(0), () -> {
            Command.require(Right.INGEST, context, target);
            return target;
        });
    }

    @Override
    public CommandResult run(CommandContext context) {
        long start = context.store().now();
        Table table = recorded(context, locators.get(0), () -> target.in(context.database()));
        if (properties.isIngestedIn(table)) {
            return nothing(context.store().now() - start);
        }
        Map<Segment, Locator> segments = segments(context, table);
        List<Extent> added = new Ingestion(context, properties).add(List.copyOf(segments.keySet()), false, target::in);
        return added.isEmpty()
                ? nothing(context.store().now() - start)
                : answer(context, segments, added, context.store().now() - start);
    }

    /** What was stored, and where each came from. */
    private Map<Segment, Locator> segments(CommandContext context, Table table) {
        Map<Segment, Locator> segments = new LinkedHashMap<>();
        try {
            for (Locator locator : locators) {
                recorded(context, locator, () -> load(context, locator, table))
                        .forEach(segment -> segments.put(segment, locator));
            }
            return segments;
        } catch (RuntimeException e) {
            context.store().discard(List.copyOf(segments.keySet()));
            throw e;
        }
    }

    /** What fails is listed by {@code .show ingestion failures}. */
    private <R> R recorded(CommandContext context, Locator locator, Supplier<R> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            context.services()
                    .failures()
                    .add(IngestionFailure.ofBlob(
                            context.request().origin().activity(),
                            context.databaseName(),
                            target.name().value(),
                            context.store().now(),
                            locator.address(),
                            e));
            throw e;
        }
    }

    private List<Segment> load(CommandContext context, Locator locator, Table table) {
        try (LocalBlob blob = found(context, locator)) {
            requireData(blob.file(), locator);
            DataFormat format = properties
                    .format()
                    .or(() -> DataFormat.ofFileName(locator.address()))
                    .orElse(DataFormat.CSV);
            DataLoad load = new DataLoad(context, properties, target.source(), locator.span());
            return new BlobLoad(load, table, locator.address()).segments(blob.file(), format);
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

    private void requireData(Path blob, Locator locator) {
        if (blob.toFile().length() == 0) {
            throw EMPTY_BLOB
                    .at(locator.span(), locator.address())
                    .in(target.source())
                    .toException();
        }
    }

    private static CommandResult nothing(long duration) {
        return CommandResult.of(
                ANSWER,
                List.of(CommandResult.row(IngestInline.NO_EXTENT, "", duration, false, IngestInline.NO_EXTENT)));
    }

    private CommandResult answer(
            CommandContext context, Map<Segment, Locator> segments, List<Extent> added, long duration) {
        UUID operation = context.operation().orElseGet(UUID::randomUUID);
        List<List<Object>> rows = new ArrayList<>();
        for (Extent extent : added) {
            String item = segments.get(extent.segment()).address();
            rows.add(CommandResult.row(extent.id(), item, duration, false, operation));
        }
        return CommandResult.of(ANSWER, rows);
    }
}
