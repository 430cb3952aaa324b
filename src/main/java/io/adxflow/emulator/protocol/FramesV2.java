package io.adxflow.emulator.protocol;

import static io.adxflow.kql.language.KqlType.DATETIME;
import static io.adxflow.kql.language.KqlType.DYNAMIC;
import static io.adxflow.kql.language.KqlType.GUID;
import static io.adxflow.kql.language.KqlType.INT;
import static io.adxflow.kql.language.KqlType.STRING;

import io.adxflow.base.json.JsonWriter;
import io.adxflow.emulator.protocol.AnswerOptions.Placement;
import io.adxflow.emulator.store.Rows;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Writes an answer of version 2: a list of frames. Rows go out as they are read. A failure after the first frame is told where
 * the request asked for it, and in the last frame.
 *
 * @see <a href="https://learn.microsoft.com/kusto/api/rest/response-v2">Query V2 HTTP response</a>
 */
public final class FramesV2 {
    private static final int FRAGMENT_ROWS = 1000;
    private static final Schema PROPERTIES =
            Schema.of(new Column("TableId", INT), new Column("Key", STRING), new Column("Value", DYNAMIC));
    private static final Schema COMPLETION = Schema.of(
            new Column("Timestamp", DATETIME),
            new Column("ClientRequestId", STRING),
            new Column("ActivityId", GUID),
            new Column("SubActivityId", GUID),
            new Column("ParentActivityId", GUID),
            new Column("Level", INT),
            new Column("LevelName", STRING),
            new Column("StatusCode", INT),
            new Column("StatusCodeName", STRING),
            new Column("EventType", INT),
            new Column("EventTypeName", STRING),
            new Column("Payload", STRING));

    private final Answer answer;
    private final AnswerOptions options;
    private final JsonWriter writer;
    private final RowsWriter rows;
    private boolean isFirst = true;

    private FramesV2(Answer answer, JsonWriter writer) {
        this.answer = answer;
        this.options = answer.options();
        this.writer = writer;
        this.rows = new RowsWriter(writer, answer);
    }

    /** @throws IOException when nobody reads any more */
    public static void write(Answer answer, OutputStream out) throws IOException {
        JsonWriter writer = new JsonWriter(out);
        writer.beginList();
        new FramesV2(answer, writer).frames();
        writer.endList().flush();
    }

    private void frames() throws IOException {
        header();
        properties();
        for (int i = 0; i < answer.tables().size() && rows.failure().isEmpty(); i++) {
            primary(i + 1, answer.tables().get(i));
        }
        if (rows.failure().isEmpty() || options.defersFailures()) {
            completionInformation();
        }
        beginFrame("DataSetCompletion").member("HasErrors", told().isPresent()).member("Cancelled", false);
        errors(told());
        endFrame();
        if (options.hasLines()) {
            writer.between("\n");
        }
    }

    private void header() throws IOException {
        beginFrame("DataSetHeader")
                .member("IsProgressive", options.isProgressive())
                .member("Version", "v2.0");
        writer.member("IsFragmented", options.isFragmented());
        writer.member("ErrorReportingPlacement", options.placement().wireName);
        endFrame();
    }

    private void properties() throws IOException {
        beginTable("DataTable", 0, "QueryProperties", "@ExtendedProperties", PROPERTIES);
        writer.name("Rows").beginList();
        for (int i = 0; i < answer.tables().size(); i++) {
            writer.beginList().value(i + 1L).value("Visualization");
            writer.value(VisualizationText.of(answer.tables().get(i))).endList();
        }
        if (answer.cursor().isPresent()) {
            writer.beginList()
                    .value(1L)
                    .value("Cursor")
                    .value(answer.cursor().get())
                    .endList();
        }
        writer.endList();
        endFrame();
    }

    private void primary(int id, AnswerTable table) throws IOException {
        Optional<Rows> opened = rows.open(table);
        if (opened.isEmpty()) {
            return;
        }
        try (Rows source = opened.get()) {
            if (options.isFragmented()) {
                fragments(id, table, source);
            } else {
                whole(id, table, source);
            }
            rows.endTable();
        }
    }

    private void whole(int id, AnswerTable table, Rows source) throws IOException {
        beginTable("DataTable", id, "PrimaryResult", table.name(), source.schema());
        writer.name("Rows").beginList();
        rows.write(source, Long.MAX_VALUE);
        inData();
        writer.endList();
        endFrame();
    }

    private void fragments(int id, AnswerTable table, Rows source) throws IOException {
        beginTable("TableHeader", id, "PrimaryResult", table.name(), source.schema());
        endFrame();
        long before = rows.count();
        boolean more = true;
        while (more) {
            beginFrame("TableFragment")
                    .member("TableFragmentType", "DataAppend")
                    .member("TableId", id);
            writer.name("Rows").beginList();
            more = rows.write(source, FRAGMENT_ROWS);
            inData();
            writer.endList();
            endFrame();
        }
        if (options.isProgressive()) {
            beginFrame("TableProgress").member("TableId", id).member("TableProgress", 100.0);
            endFrame();
        }
        beginFrame("TableCompletion").member("TableId", id).member("RowCount", rows.count() - before);
        errors(options.placement() == Placement.END_OF_TABLE ? told() : Optional.empty());
        endFrame();
    }

    private void inData() throws IOException {
        if (options.placement() == Placement.IN_DATA && told().isPresent()) {
            writer.beginObject();
            errors(told());
            writer.endObject();
        }
    }

    private Optional<ErrorBody> told() {
        return options.defersFailures() ? Optional.empty() : rows.failure();
    }

    private void errors(Optional<ErrorBody> error) throws IOException {
        if (error.isPresent()) {
            writer.name("OneApiErrors").beginList();
            error.get().writeTo(writer, answer.request());
            writer.endList();
        }
    }

    private void completionInformation() throws IOException {
        RequestInfo request = answer.request();
        CompletionInfo info = new CompletionInfo(request, answer.clock().instant(), rows.sizes(), rows.failure());
        int id = answer.tables().size() + 1;
        beginTable("DataTable", id, "QueryCompletionInformation", "QueryCompletionInformation", COMPLETION);
        writer.name("Rows").beginList();
        for (CompletionInfo.Event event : info.allEvents()) {
            writer.beginList().value(info.endedOn().toString()).value(request.clientRequestId());
            writer.value(request.activityId()).value(request.activityId()).value(request.activityId());
            writer.value(event.level())
                    .value(event.levelName())
                    .value(event.code())
                    .value(event.codeName());
            writer.value(event.type())
                    .value(event.typeName())
                    .value(event.payload())
                    .endList();
        }
        writer.endList();
        endFrame();
    }

    private void beginTable(String frame, int id, String kind, String name, Schema schema) throws IOException {
        beginFrame(frame).member("TableId", id).member("TableKind", kind).member("TableName", name);
        writer.name("Columns").beginList();
        for (Column column : schema.columns()) {
            writer.beginObject().member("ColumnName", column.name());
            writer.member("ColumnType", column.type().keyword()).endObject();
        }
        writer.endList();
    }

    private JsonWriter beginFrame(String type) throws IOException {
        if (!isFirst && options.hasLines()) {
            writer.between("\n");
        }
        isFirst = false;
        return writer.beginObject().member("FrameType", type);
    }

    private void endFrame() throws IOException {
        writer.endObject();
    }
}
