package io.adxflow.emulator.command.external;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.ExternalPartition;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.PathPart;
import io.adxflow.kql.language.Schema;
import io.adxflow.kql.language.TimespanText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

// .show external tables
// .show external table X
/**
 * Lists external tables, without what gives access to their files.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/show-external-tables">.show external tables</a>
 */
public record ShowExternalTables(Optional<ExternalName> name) implements ShowCommand {
    private static final Schema ANSWER = AnswerSchema.of("TableName string, TableType string, Folder string,"
            + " DocString string, Properties string, ConnectionStrings dynamic, Partitions dynamic, PathFormat string");
    private static final String MASK = "*******";

    @Override
    public CommandResult run(CommandContext context) {
        return answer(name.map(one -> List.of(one.in(context.database())))
                .orElseGet(() ->
                        List.copyOf(context.database().entities().externals().values())));
    }

    static CommandResult answer(List<ExternalTable> tables) {
        return CommandResult.of(
                ANSWER, tables.stream().map(ShowExternalTables::row).toList());
    }

    private static List<Object> row(ExternalTable table) {
        return CommandResult.row(
                table.name(),
                "Blob",
                table.option("folder"),
                table.option("docString"),
                Json.write(properties(table)),
                Json.write(
                        table.places().stream().map(ShowExternalTables::masked).toList()),
                Json.write(partitions(table)),
                path(table));
    }

    private static String masked(String place) {
        String address = place.split("[?;]", 2)[0];
        return address.equals(place) ? place : address + place.charAt(address.length()) + MASK;
    }

    private static Map<String, Object> properties(ExternalTable table) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("Format", capitalised(table.format()));
        properties.put("Compressed", table.option("compressed").equalsIgnoreCase("true"));
        properties.put("CompressionType", orNull(table.option("compressionType")));
        properties.put("FileExtension", orNull(table.option("fileExtension")));
        String headers = table.option("includeHeaders").toLowerCase(Locale.ROOT);
        properties.put(
                "IncludeHeaders", headers.equals("all") ? "All" : headers.equals("firstfile") ? "FirstFile" : "None");
        properties.put("Encoding", orNull(table.option("encoding")));
        properties.put("NamePrefix", orNull(table.option("namePrefix")));
        return properties;
    }

    private static Object orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<Map<String, Object>> partitions(ExternalTable table) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (ExternalPartition partition : table.partitions()) {
            Map<String, Object> members = new LinkedHashMap<>();
            switch (partition.kind()) {
                case HASH -> members.put("Mod", partition.argument());
                case BIN -> members.put("BinBy", TimespanText.of(partition.argument()));
                case START_OF_YEAR, START_OF_MONTH, START_OF_WEEK, START_OF_DAY -> members.put(
                        "Function", partition.kind().label());
                case VIRTUAL, COLUMN -> {}
            }
            members.put("Name", partition.name());
            members.put("ColumnName", orNull(partition.column()));
            members.put("Ordinal", (long) all.size());
            all.add(members);
        }
        return all;
    }

    /** As the command writes it. */
    static String path(ExternalTable table) {
        return table.path().stream()
                .map(part ->
                        part instanceof PathPart.Text text ? Json.write(text.text()) : written((PathPart.Value) part))
                .collect(Collectors.joining(" "));
    }

    private static String written(PathPart.Value value) {
        return value.pattern().isEmpty()
                ? value.partition()
                : "datetime_pattern(" + Json.write(value.pattern()) + "," + value.partition() + ")";
    }
}
