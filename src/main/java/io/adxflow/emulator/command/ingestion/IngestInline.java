package io.adxflow.emulator.command.ingestion;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.ingest.DataFormat;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.kql.language.Schema;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

// .ingest inline into table T [with (…)] <| DATA
// .ingest inline into table T [with (…)] [RECORD] [RECORD] …
/**
 * Ingests data that the command brings along.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-ingestion/ingest-inline">.ingest inline</a>
 */
public record IngestInline(TableName target, IngestionProperties properties, String data, Span span)
        implements Command {
    static final UUID NO_EXTENT = new UUID(0, 0);

    private static final Schema ANSWER = AnswerSchema.of("ExtentId guid");

    public static Command read(CommandReader reader) {
        reader.take("table");
        TableName target = TableName.read(reader);
        IngestionProperties properties = IngestionProperties.of(Properties.read(reader), reader);
        int start = reader.position();
        String data = reader.isAtSymbol("[")
                ? records(reader)
                : reader.dataAfter("<|").replaceFirst("^\\s*?\\R", "");
        return new IngestInline(target, properties, data, new Span(start, reader.position()));
    }

    private static String records(CommandReader reader) {
        List<String> records = new ArrayList<>();
        while (reader.takeSymbol("[")) {
            records.add(reader.raw("]"));
            reader.expectSymbol("]");
        }
        return String.join("\n", records);
    }

    @Override
    public void authorize(CommandContext context) {
        Command.require(Right.INGEST, context, target);
    }

    @Override
    public CommandResult run(CommandContext context) {
        DataFormat format = properties.format().orElse(DataFormat.CSV);
        if (!format.isText()) {
            throw properties.all().bad("format", "a text format");
        }
        ByteArrayInputStream bytes = new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8));
        Segment segment = new DataLoad(context, properties, target.source(), span)
                .load(bytes, format, target.in(context.database()), "");
        List<Extent> added = new Ingestion(context, properties).add(List.of(segment), false, target::in);
        return CommandResult.of(
                ANSWER,
                added.isEmpty()
                        ? List.of(List.of(NO_EXTENT))
                        : added.stream()
                                .map(extent -> CommandResult.row(extent.id()))
                                .toList());
    }
}
