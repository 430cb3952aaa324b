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
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Stores data of a format as a segment. Data that is not of the format becomes a diagnostic at a place of the command. */
record DataLoad(CommandContext context, IngestionProperties properties, SourceText source, Span span) {
    Segment load(InputStream data, DataFormat format, Table table) {
        Schema schema = table.schema();
        try (ClosableRows rows =
                format.read(data, schema, properties.mapping(table), properties.ignoresFirstRecord())) {
            return context.store().write(schema, rows);
        } catch (BadDataException e) {
            throw problem(e).at(span, e.record(), e.reason()).in(source).toException();
        } catch (IllegalArgumentException e) {
            throw BAD_MAPPING
                    .at(span, "ingestionMapping", e.getMessage())
                    .in(source)
                    .toException();
        } catch (IOException | UncheckedIOException e) {
            throw new RemoteException("the data cannot be read: " + e.getMessage(), false, 400, "", e);
        }
    }

    private static CommandProblem problem(BadDataException data) {
        return switch (data.kind()) {
            case FIELD_COUNT -> WRONG_NUMBER_OF_FIELDS;
            case OPEN_QUOTE -> CLOSING_QUOTE_MISSING;
            case FORMAT -> BAD_RECORD;
        };
    }
}
