package io.adxflow.emulator.command.export;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.export.ExportOptions.Format;
import io.adxflow.emulator.command.export.ExportOptions.Headers;
import io.adxflow.emulator.store.Rows;
import io.adxflow.emulator.store.WrittenFile;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Writes rows as delimited text, or as one JSON object a line, into files of about the size that is wanted. */
final class TextExport {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ExportOptions options;
    private final Path folder;
    private final List<WrittenFile> files = new ArrayList<>();

    TextExport(ExportOptions options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    /** Writes and closes the rows; at least one file, also without rows. */
    List<WrittenFile> write(Rows rows) throws IOException {
        Files.createDirectories(folder);
        try (rows) {
            boolean hasMore = rows.next();
            do {
                hasMore = file(rows, hasMore);
            } while (hasMore);
            return files;
        }
    }

    /** One file, from the row that the rows are at; whether there are more rows. */
    private boolean file(Rows rows, boolean isAtRow) throws IOException {
        Path path = folder.resolve("part-" + files.size());
        long count = 0;
        boolean hasRow = isAtRow;
        try (Writer out = open(path)) {
            long bytes = 0;
            begin(out, rows.schema().columns());
            while (hasRow && (count == 0 || bytes < options.sizeLimit())) {
                String line = line(rows);
                out.write(line);
                bytes += bytes(line);
                count++;
                hasRow = rows.next();
            }
        }
        files.add(new WrittenFile(path, count));
        return hasRow;
    }

    private Writer open(Path path) throws IOException {
        OutputStream file = Files.newOutputStream(path);
        OutputStream bytes = options.isGzip() ? new GZIPOutputStream(file) : file;
        return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }

    private void begin(Writer out, List<Column> columns) throws IOException {
        if (options.hasByteOrderMark()) {
            out.write(BYTE_ORDER_MARK);
        }
        boolean isWanted =
                options.headers() == Headers.ALL || options.headers() == Headers.FIRST_FILE && files.isEmpty();
        if (isWanted && options.format() != Format.JSON) {
            out.write(columns.stream().map(column -> quoted(column.name())).collect(joined()) + "\n");
        }
    }

    private String line(Rows rows) {
        List<Column> columns = rows.schema().columns();
        return (options.format() == Format.JSON ? json(columns, rows) : delimited(columns, rows)) + "\n";
    }

    private static long bytes(String line) {
        return line.codePoints()
                .mapToLong(point -> point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
                .sum();
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
