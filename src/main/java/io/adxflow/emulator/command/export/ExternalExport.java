package io.adxflow.emulator.command.export;

import static io.adxflow.emulator.command.language.CommandProblem.NO_EXPORT_TARGET;
import static io.adxflow.emulator.command.language.CommandProblem.SCHEMA_MISMATCH;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.external.PathFormat;
import io.adxflow.emulator.store.ExternalPartition;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.WrittenFile;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import io.adxflow.kql.language.TimespanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the rows of a query to files of an external table, each partition to its own folder. The columns of the query are those
 * of the table, by name and type; those that only paths have are not written into files.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-export/export-data-to-an-external-table">Export to an external
 *     table</a>
 */
record ExternalExport(CommandContext context, ExternalTable table, ExportOptions options, QueryText query) {
    private static final String ROWS = "$exported_rows";

    /** @param compiled the query, compiled for the snapshot */
    List<ExportedFile> run(Snapshot snapshot, CompiledResult compiled) {
        requireColumns(compiled.schema());
        snapshot.hold(ROWS, compiled.schema(), compiled.sql(), context.request().limit());
        return new FileExport(context, options).inFolder(folder -> {
            List<ExportedFile> files = new ArrayList<>();
            for (List<Object> values : partitions(snapshot)) {
                List<WrittenFile> written = new FileExport(context, options)
                        .write(snapshot, rows(snapshot, values), folder.resolve("part-" + files.size()));
                store(written, PathFormat.of(table).folder(values), files);
            }
            return files;
        });
    }

    void requireColumns(Schema schema) {
        Set<Column> wanted = new HashSet<>(table.schema().columns());
        if (!wanted.equals(new HashSet<>(schema.columns()))) {
            throw SCHEMA_MISMATCH
                    .at(new Span(query.start(), query.end()), text(schema), text(table.schema()))
                    .in(query.source())
                    .toException();
        }
    }

    private static String text(Schema schema) {
        return schema.columns().stream()
                .map(column -> column.name() + ":" + column.type().keyword())
                .collect(Collectors.joining(","));
    }

    private List<List<Object>> partitions(Snapshot snapshot) {
        if (table.partitions().isEmpty()) {
            return List.of(List.of());
        }
        String keys = IntStream.range(0, table.partitions().size())
                .mapToObj(i -> "p" + i + " = " + value(table.partitions().get(i)))
                .collect(Collectors.joining(", "));
        return Queries.rows(context, snapshot, compile(snapshot, ROWS + " | summarize by " + keys));
    }

    private static String value(ExternalPartition partition) {
        String column = "['" + partition.column() + "']";
        return switch (partition.kind()) {
            case VIRTUAL -> "['" + partition.name() + "']";
            case COLUMN -> column;
            case HASH -> "hash(" + column + ", " + partition.argument() + ")";
            case BIN -> "bin(" + column + ", time(" + TimespanText.of(partition.argument()) + "))";
            case START_OF_YEAR, START_OF_MONTH, START_OF_WEEK, START_OF_DAY -> partition
                            .kind()
                            .function() + "(" + column + ")";
        };
    }

    private CompiledResult rows(Snapshot snapshot, List<Object> values) {
        StringBuilder text = new StringBuilder(ROWS);
        for (int i = 0; i < values.size(); i++) {
            ExternalPartition partition = table.partitions().get(i);
            String value = value(partition);
            text.append(" | where ")
                    .append(
                            values.get(i) == null
                                    ? "isnull(" + value + ")"
                                    : value + " == " + literal(partition.type(), values.get(i)));
        }
        String columns = table.columns().columns().stream()
                .map(column -> "['" + column.name() + "']")
                .collect(Collectors.joining(", "));
        return compile(snapshot, text + " | project " + columns);
    }

    private static String literal(KqlType type, Object value) {
        return switch (type) {
            case DATETIME -> "datetime(" + DatetimeText.of((Long) value) + ")";
            case LONG -> "long(" + value + ")";
            default -> Json.write(value.toString());
        };
    }

    private CompiledResult compile(Snapshot snapshot, String text) {
        return Queries.compile(context, snapshot.catalog(), query.source(), text, 0);
    }

    /** A file without rows is none. */
    private void store(List<WrittenFile> written, String folder, List<ExportedFile> files) throws IOException {
        for (WrittenFile file : written) {
            if (file.rows() > 0) {
                context.cancellation().check();
                String place = table.places().get(files.size() % table.places().size());
                Path path = file.path();
                String name = options.fileName(files.size() + 1);
                String stored = context.blobs()
                        .export(place, folder + named(name), path)
                        .orElseThrow(() -> NO_EXPORT_TARGET
                                .at(new Span(query.start(), query.end()), place.split("[?;]", 2)[0])
                                .withHint("a folder below " + context.blobs().exportFolder()
                                        + ", or a container with its shared access signature")
                                .in(query.source())
                                .toException());
                files.add(new ExportedFile(stored, file.rows(), Files.size(path)));
            }
        }
    }

    private String named(String name) {
        String extension = table.option("fileExtension");
        return extension.isEmpty() || name.endsWith(extension) ? name : name.replaceFirst("\\..*$", "") + extension;
    }
}
