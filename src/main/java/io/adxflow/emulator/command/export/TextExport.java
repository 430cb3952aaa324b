package io.adxflow.emulator.command.export;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.export.ExportOptions.Format;
import io.adxflow.emulator.store.Rows;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.TimespanText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Writes rows as delimited text, or as one JSON object a line. */
record TextExport(ExportOptions options) {
    /** Writes and closes the rows; answers how many there were. */
    long write(Rows rows, Path file) throws IOException {
        try (rows;
                OutputStream bytes = Files.newOutputStream(file);
                OutputStream packed = options.isGzip() ? new GZIPOutputStream(bytes) : bytes;
                Writer out = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
            List<Column> columns = rows.schema().columns();
            if (options.hasHeader() && options.format() != Format.JSON) {
                out.write(columns.stream().map(column -> quoted(column.name())).collect(joined()));
                out.write("\n");
            }
            long count = 0;
            for (; rows.next(); count++) {
                out.write(options.format() == Format.JSON ? json(columns, rows) : delimited(columns, rows));
                out.write("\n");
            }
            return count;
        }
    }

    private String delimited(List<Column> columns, Rows rows) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> quoted(text(columns.get(i).type(), rows.value(i))))
                .collect(joined());
    }

    private Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(options.format() == Format.TSV ? "\t" : ",");
    }

    private static String json(List<Column> columns, Rows rows) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            members.put(columns.get(i).name(), member(columns.get(i).type(), rows.value(i)));
        }
        return Json.write(members);
    }

    private static Object member(KqlType type, Object value) {
        if (value == null) {
            return null;
        }
        boolean isFinite = !(value instanceof Double number) || Double.isFinite(number);
        return switch (type) {
            case BOOL, INT, LONG, REAL -> isFinite ? value : value.toString();
            case DYNAMIC -> Json.read((String) value);
            case DATETIME, TIMESPAN, DECIMAL, STRING, GUID -> text(type, value);
        };
    }

    private static String text(KqlType type, Object value) {
        if (value == null) {
            return "";
        }
        return switch (type) {
            case DATETIME -> DatetimeText.of((Long) value);
            case TIMESPAN -> TimespanText.of((Long) value);
            case DECIMAL -> ((BigDecimal) value).stripTrailingZeros().toPlainString();
            case BOOL, INT, LONG, REAL, STRING, GUID, DYNAMIC -> value.toString();
        };
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\t' || c == '\n' || c == '\r');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
