package io.adxflow.cli;

import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.AdxType;
import io.adxflow.base.json.Json;
import io.adxflow.run.report.TextTable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the rows of a query are printed. */
enum RowFormat {
    /** Aligned columns for people. */
    table {
        @Override
        String write(AdxResult result) {
            TextTable table = TextTable.of(names(result));
            for (int i = 0; i < result.columns().size(); i++) {
                if (NUMBERS.contains(result.columns().get(i).type())) {
                    table.withNumbersIn(i);
                }
            }
            result.rows()
                    .forEach(row -> table.row(row.stream().map(RowFormat::text).toList()));
            return table.render();
        }
    },
    /** RFC 4180, with a line of titles. */
    csv {
        @Override
        String write(AdxResult result) {
            StringBuilder text = new StringBuilder(line(names(result)));
            result.rows()
                    .forEach(row ->
                            text.append(line(row.stream().map(RowFormat::text).toList())));
            return text.toString();
        }
    },
    /** One JSON object a line. */
    json {
        @Override
        String write(AdxResult result) {
            return result.rows().stream()
                    .map(row -> Json.write(object(result, row)) + "\n")
                    .collect(Collectors.joining());
        }
    };

    private static final Set<AdxType> NUMBERS = Set.of(AdxType.INT, AdxType.LONG, AdxType.REAL, AdxType.DECIMAL);

    abstract String write(AdxResult result);

    private static List<String> names(AdxResult result) {
        return result.columns().stream().map(AdxColumn::name).toList();
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static Map<String, Object> object(AdxResult result, List<Object> row) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            object.put(
                    result.columns().get(i).name(), json(result.columns().get(i).type(), row.get(i)));
        }
        return object;
    }

    /** JSON has no way to write what is not a finite number, nor times. */
    private static Object json(AdxType type, Object value) {
        boolean plain = value == null
                || value instanceof Boolean
                || value instanceof Number number && Double.isFinite(number.doubleValue());
        if (plain) {
            return value;
        }
        return type == AdxType.DYNAMIC ? Json.read(value.toString()) : value.toString();
    }
}
