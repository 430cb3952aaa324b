package io.adxflow.emulator.protocol;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.Rows;
import io.adxflow.golden.GoldenCase;
import io.adxflow.golden.GoldenCases;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import io.adxflow.kql.language.Visualization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The writers, byte for byte. A case has a {@code request}, one or more blocks {@code rows} (the schema, then a JSON list for
 * each row; {@code !} and a text for a failure, of the query when no row comes before it), and the {@code response}.
 */
class WireCasesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final RequestInfo INFO =
            new RequestInfo("client;1", UUID.fromString("00000000-0000-0000-0000-0000000000aa"), NOW);

    @TestFactory
    Stream<DynamicTest> queriesInVersion2() {
        return GoldenCases.tests("wire/query-v2", golden -> check(golden, FramesV2::write));
    }

    @TestFactory
    Stream<DynamicTest> queriesInVersion1() {
        return GoldenCases.tests("wire/query-v1", golden -> check(golden, TablesV1::write));
    }

    @TestFactory
    Stream<DynamicTest> commands() {
        return GoldenCases.tests("wire/mgmt", golden -> check(golden, WireCasesTest::command));
    }

    private static void check(GoldenCase golden, Format format) throws IOException {
        QueryRequest request = QueryRequest.read(golden.block("request"));
        List<AnswerTable> tables = new ArrayList<>();
        for (String block : golden.blocks("rows")) {
            String name = tables.isEmpty() ? "PrimaryResult" : "Result" + (tables.size() + 1);
            tables.add(new AnswerTable(name, visualization(request), false, () -> rows(block)));
        }
        Answer answer = new Answer(
                tables,
                AnswerOptions.from(request.options()),
                INFO,
                Optional.ofNullable(request.options().get("query_cursor_current")),
                WireCasesTest::failed,
                Clock.fixed(NOW, ZoneOffset.UTC));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(answer, out);
        golden.check("response", steady(out.toString(StandardCharsets.UTF_8)));
    }

    private static String steady(String body) {
        return body.replaceAll("\"(process|thread)Id\":\\d+", "\"$1Id\":<number>");
    }

    private static void command(Answer answer, OutputStream out) throws IOException {
        try (Rows rows = answer.tables().get(0).rows().get()) {
            List<List<Object>> all = new ArrayList<>();
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < rows.schema().columns().size(); i++) {
                    row.add(rows.value(i));
                }
                all.add(row);
            }
            TablesV1.writeCommand(rows.schema(), all, out);
        }
    }

    private static Optional<Visualization> visualization(QueryRequest request) {
        return request.text().contains("| render ")
                ? Optional.of(new Visualization("barchart", Map.of("title", "Storms", "kind", "stacked")))
                : Optional.empty();
    }

    private static ErrorBody failed(RuntimeException e) {
        return new ErrorBody(
                500,
                "InternalServiceError",
                "Kusto.Data.Exceptions.KustoInternalServiceErrorException",
                "Failed.",
                e.getMessage(),
                false,
                Optional.empty());
    }

    private static Rows rows(String block) {
        List<String> lines = block.lines().toList();
        Schema schema = new Schema(Arrays.stream(lines.get(0).split(", "))
                .map(column -> column.split(":"))
                .map(parts -> new Column(parts[0], KqlType.named(parts[1]).orElseThrow()))
                .toList());
        List<List<Object>> rows = new ArrayList<>();
        lines.stream()
                .skip(1)
                .filter(line -> !line.startsWith("!"))
                .forEach(line -> rows.add(row(schema, (List<?>) Json.read(line))));
        Optional<String> failure = lines.stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .findFirst();
        if (failure.isPresent() && rows.isEmpty()) {
            throw new RemoteException(failure.get(), false, 500, "", null);
        }
        return failure.<Rows>map(message -> new FailingRows(schema, rows, message))
                .orElseGet(() -> new ListRows(schema, rows));
    }

    private static List<Object> row(Schema schema, List<?> values) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            row.add(value(schema.columns().get(i).type(), values.get(i)));
        }
        return row;
    }

    private static Object value(KqlType type, Object json) {
        if (json == null) {
            return null;
        }
        return switch (type) {
            case BOOL, LONG, DATETIME, TIMESPAN, STRING -> json;
            case INT -> ((Long) json).intValue();
            case REAL -> Double.valueOf(json.toString());
            case DECIMAL -> new BigDecimal(json.toString());
            case GUID -> UUID.fromString(json.toString());
            case DYNAMIC -> Json.write(json);
        };
    }

    @FunctionalInterface
    private interface Format {
        void write(Answer answer, OutputStream out) throws IOException;
    }

    /** Rows that end in a failure. */
    private static final class FailingRows implements Rows {
        private final Rows rows;
        private final String message;

        FailingRows(Schema schema, List<List<Object>> rows, String message) {
            this.rows = new ListRows(schema, rows);
            this.message = message;
        }

        @Override
        public Schema schema() {
            return rows.schema();
        }

        @Override
        public boolean next() {
            if (rows.next()) {
                return true;
            }
            throw new RemoteException(message, false, 500, "", null);
        }

        @Override
        public Object value(int column) {
            return rows.value(column);
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
