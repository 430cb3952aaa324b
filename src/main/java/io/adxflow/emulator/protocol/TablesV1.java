package io.adxflow.emulator.protocol;

import static io.adxflow.kql.language.KqlType.DATETIME;
import static io.adxflow.kql.language.KqlType.GUID;
import static io.adxflow.kql.language.KqlType.INT;
import static io.adxflow.kql.language.KqlType.LONG;
import static io.adxflow.kql.language.KqlType.STRING;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonWriter;
import io.adxflow.emulator.store.Rows;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes an answer of version 1: a plain command's one table, or a query's results with properties, status and a table of
 * contents.
 *
 * @see <a href="https://learn.microsoft.com/kusto/api/rest/response">Query/management HTTP response</a>
 */
public final class TablesV1 {
    private static final Schema PROPERTIES = Schema.of(new Column("Value", STRING));
    private static final Schema STATUS = Schema.of(
            new Column("Timestamp", DATETIME),
            new Column("Severity", INT),
            new Column("SeverityName", STRING),
            new Column("StatusCode", INT),
            new Column("StatusDescription", STRING),
            new Column("Count", INT),
            new Column("RequestId", GUID),
            new Column("ActivityId", GUID),
            new Column("SubActivityId", GUID),
            new Column("ClientActivityId", STRING));
    private static final Schema CONTENTS = Schema.of(
            new Column("Ordinal", LONG),
            new Column("Kind", STRING),
            new Column("Name", STRING),
            new Column("Id", STRING),
            new Column("PrettyName", STRING));

    private final Answer answer;
    private final JsonWriter writer;
    private final RowsWriter rows;
    private int tables;

    private TablesV1(Answer answer, JsonWriter writer) {
        this.answer = answer;
        this.writer = writer;
        this.rows = new RowsWriter(writer, answer);
    }

    /** The answer of a query, or of a command whose answer was queried. */
    public static void write(Answer answer, OutputStream out) throws IOException {
        JsonWriter writer = new JsonWriter(out);
        new TablesV1(answer, writer).query();
        writer.flush();
    }

    /** The answer of a plain command. Its truth values are called {@code Boolean}, unlike those of a query. */
    public static void writeCommand(Schema schema, List<List<Object>> rows, OutputStream out) throws IOException {
        JsonWriter writer = new JsonWriter(out);
        writer.beginObject().name("Tables").beginList();
        begin(writer, "Table_0", schema, type -> type == KqlType.BOOL ? "Boolean" : WireValue.dataType(type));
        for (List<Object> row : rows) {
            writer.beginList();
            for (int column = 0; column < row.size(); column++) {
                WireValue.write(writer, schema.columns().get(column).type(), row.get(column));
            }
            writer.endList();
        }
        writer.endList().endObject().endList().endObject().flush();
    }

    private void query() throws IOException {
        writer.beginObject().name("Tables").beginList();
        for (int i = 0; i < answer.tables().size() && rows.failure().isEmpty(); i++) {
            result(answer.tables().get(i));
        }
        if (rows.failure().isEmpty() || answer.options().defersFailures()) {
            properties();
            status();
            contents();
        }
        writer.endList();
        if (told().isPresent()) {
            writer.name("Exceptions").beginList().value(told().get().message()).endList();
        }
        writer.endObject();
    }

    private void result(AnswerTable table) throws IOException {
        Optional<Rows> opened = rows.open(table);
        if (opened.isEmpty()) {
            return;
        }
        try (Rows source = opened.get()) {
            begin(source.schema());
            rows.write(source, Long.MAX_VALUE);
            rows.endTable();
            if (told().isPresent()) {
                writer.beginObject().name("Exceptions").beginList();
                writer.value(told().get().message()).endList().endObject();
            }
            end();
        }
    }

    private Optional<ErrorBody> told() {
        return answer.options().defersFailures() ? Optional.empty() : rows.failure();
    }

    private void properties() throws IOException {
        begin(PROPERTIES);
        for (AnswerTable table : answer.tables()) {
            writer.beginList().value(VisualizationText.of(table)).endList();
        }
        if (answer.cursor().isPresent()) {
            String cursor = Json.write(Map.of("Cursor", answer.cursor().get()));
            writer.beginList().value(cursor).endList();
        }
        end();
    }

    private void status() throws IOException {
        RequestInfo request = answer.request();
        CompletionInfo info = new CompletionInfo(request, answer.clock().instant(), rows.sizes(), rows.failure());
        begin(STATUS);
        for (CompletionInfo.Event event : info.events()) {
            writer.beginList()
                    .value(info.endedOn().toString())
                    .value(event.level())
                    .value(event.levelName());
            writer.value(event.code()).value(event.text()).value(1).value(request.activityId());
            writer.value(request.activityId()).value(request.activityId()).value(request.clientRequestId());
            writer.endList();
        }
        end();
    }

    private void contents() throws IOException {
        int results = answer.tables().size();
        begin(CONTENTS);
        for (int i = 0; i < results; i++) {
            entry(i, "QueryResult", answer.tables().get(i).name(), id(i));
        }
        entry(results, "QueryProperties", "@ExtendedProperties", id(results));
        entry(results + 1, "QueryStatus", "QueryStatus", new UUID(0, 0));
        end();
    }

    /** Each table has a name of its own, which is the same whoever asks for it. */
    private UUID id(int ordinal) {
        String name = answer.request().activityId() + "/" + ordinal;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private void entry(int ordinal, String kind, String name, UUID id) throws IOException {
        writer.beginList()
                .value(ordinal)
                .value(kind)
                .value(name)
                .value(id)
                .value("")
                .endList();
    }

    private void begin(Schema schema) throws IOException {
        begin(writer, "Table_" + tables++, schema, WireValue::dataType);
    }

    private void end() throws IOException {
        writer.endList().endObject();
    }

    private static void begin(JsonWriter writer, String name, Schema schema, Function<KqlType, String> dataTypes)
            throws IOException {
        writer.beginObject().member("TableName", name).name("Columns").beginList();
        for (Column column : schema.columns()) {
            writer.beginObject().member("ColumnName", column.name());
            writer.member("DataType", dataTypes.apply(column.type()));
            writer.member("ColumnType", column.type().keyword()).endObject();
        }
        writer.endList().name("Rows").beginList();
    }
}
