package io.adxflow.emulator.command.language;

import io.adxflow.base.json.Json;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Operations and what they answered as JSON texts, which outlive the process. */
final class OperationText {
    private OperationText() {}

    static String write(Operation operation) {
        return Json.write(Arrays.asList(
                operation.id().toString(),
                operation.kind(),
                operation.database(),
                operation.principal(),
                operation.startedOn(),
                operation.lastUpdatedOn(),
                operation.state().name(),
                operation.status(),
                operation.shouldRetry(),
                operation.result().map(OperationText::result).orElse(null),
                operation.activity().toString()));
    }

    static Operation read(String text) {
        List<?> row = (List<?>) Json.read(text);
        UUID id = UUID.fromString((String) row.get(0));
        return new Operation(
                id,
                row.size() > 10 ? UUID.fromString((String) row.get(10)) : id,
                (String) row.get(1),
                (String) row.get(2),
                (String) row.get(3),
                (Long) row.get(4),
                (Long) row.get(5),
                Operation.State.valueOf((String) row.get(6)),
                (String) row.get(7),
                (Boolean) row.get(8),
                Optional.ofNullable((List<?>) row.get(9)).map(OperationText::result));
    }

    private static List<Object> result(CommandResult result) {
        List<Object> columns = new ArrayList<>();
        result.schema()
                .columns()
                .forEach(column ->
                        columns.add(List.of(column.name(), column.type().keyword())));
        List<Object> rows = new ArrayList<>();
        result.rows()
                .forEach(row -> rows.add(row.stream()
                        .map(value -> value == null ? null : value.toString())
                        .toList()));
        return List.of(columns, rows);
    }

    private static CommandResult result(List<?> text) {
        List<Column> columns = ((List<?>) text.get(0))
                .stream()
                        .map(column -> (List<?>) column)
                        .map(column -> new Column(
                                (String) column.get(0),
                                KqlType.named((String) column.get(1)).orElseThrow()))
                        .toList();
        List<List<Object>> rows = new ArrayList<>();
        for (Object cells : (List<?>) text.get(1)) {
            List<?> row = (List<?>) cells;
            Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.get(i) == null ? null : value(columns.get(i).type(), (String) row.get(i));
            }
            rows.add(CommandResult.row(values));
        }
        return CommandResult.of(new Schema(columns), rows);
    }

    private static Object value(KqlType type, String text) {
        return switch (type) {
            case BOOL -> Boolean.valueOf(text);
            case INT -> Integer.valueOf(text);
            case LONG, DATETIME, TIMESPAN -> Long.valueOf(text);
            case REAL -> Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case GUID -> UUID.fromString(text);
            case STRING, DYNAMIC -> text;
        };
    }
}
