package io.adxflow.emulator.command.ingestion;

import static io.adxflow.emulator.command.language.CommandProblem.BAD_MAPPING;
import static io.adxflow.emulator.command.language.CommandProblem.BAD_RECORD;
import static io.adxflow.emulator.command.language.CommandProblem.CLOSING_QUOTE_MISSING;
import static io.adxflow.emulator.command.language.CommandProblem.WRONG_NUMBER_OF_FIELDS;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.ingest.BadDataException;
import io.adxflow.emulator.ingest.ClosableRows;
import io.adxflow.emulator.ingest.DataFormat;
import io.adxflow.emulator.ingest.RowOptions;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Stores data of a format as segments. Data that is not of the format becomes a diagnostic at a place of the command. */
record DataLoad(CommandContext context, IngestionProperties properties, SourceText source, Span span) {
    /** Opens the rows of a file or a stream. */
    @FunctionalInterface
    interface Opening {
        ClosableRows open(RowOptions options) throws IOException;
    }

    /** @param location of the data, for columns that get it */
    Segment load(InputStream data, DataFormat format, Table table, String location) {
        return load(options -> format.read(data, options), table, location);
    }

    Segment load(Opening opening, Table table, String location) {
        RowOptions options = properties.rows(table, location);
        try (ClosableRows rows = opening.open(options)) {
            return context.store()
                    .write(options.schema(), context.cancellation().watched(rows));
        } catch (BadDataException e) {
            throw problem(e).at(span, e.record(), e.reason()).in(source).toException();
        } catch (IllegalArgumentException e) {
            throw BAD_MAPPING
                    .at(span, "ingestionMapping", e.getMessage())
                    .in(source)
                    .toException();
        } catch (IOException | UncheckedIOException e) {
            throw new RemoteException("the data cannot be read: " + reason(e), false, 400, "", e);
        }
    }

    private static String reason(Exception e) {
        return String.valueOf((e instanceof UncheckedIOException ? e.getCause() : e).getMessage());
    }

    private static CommandProblem problem(BadDataException data) {
        return switch (data.kind()) {
            case FIELD_COUNT -> WRONG_NUMBER_OF_FIELDS;
            case OPEN_QUOTE -> CLOSING_QUOTE_MISSING;
            case FORMAT -> BAD_RECORD;
        };
    }
}
