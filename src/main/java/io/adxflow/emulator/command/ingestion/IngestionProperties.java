package io.adxflow.emulator.command.ingestion;

import static io.adxflow.emulator.command.language.CommandProblem.MAPPING_NOT_FOUND;

import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.ingest.DataFormat;
import io.adxflow.emulator.ingest.Mapping;
import io.adxflow.emulator.store.MappingName;
import io.adxflow.emulator.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * How rows are ingested.
 *
 * @param ingestIfNotExists values of {@code ingest-by:} tags; when an extent of the table has one, nothing is ingested
 * @param creationTime ticks
 * @see <a href="https://learn.microsoft.com/kusto/ingestion-properties">Ingestion properties</a>
 */
record IngestionProperties(
        List<String> tags,
        List<String> ingestIfNotExists,
        OptionalLong creationTime,
        Optional<DataFormat> format,
        boolean ignoresFirstRecord,
        Properties all) {
    private static final List<String> UNSUPPORTED = List.of("validationPolicy", "zipPattern");
    private static final List<String> OF_QUERIES = List.of("extend_schema", "recreate_schema");
    private static final List<String> MAPPINGS = List.of("ingestionMapping", "csvMapping", "jsonMapping");
    private static final String INGEST_BY = "ingest-by:";

    static IngestionProperties of(Properties properties, CommandReader reader) {
        refuse(OF_QUERIES, properties, reader);
        return ofQuery(properties, reader);
    }

    private static void refuse(List<String> names, Properties properties, CommandReader reader) {
        for (String name : names) {
            if (properties.flag(name, false)) {
                throw reader.unsupported("ingestion property '" + name + "'");
            }
        }
    }

    /** With those that only ingestion from a query has. */
    static IngestionProperties ofQuery(Properties properties, CommandReader reader) {
        for (String name : UNSUPPORTED) {
            if (!properties.text(name).orElse("false").equals("false")) {
                throw reader.unsupported("ingestion property '" + name + "'");
            }
        }
        Optional<DataFormat> format = properties.text("format").map(name -> DataFormat.named(name)
                .orElseThrow(() -> properties.bad("format", "one of " + String.join(", ", DataFormat.keywords()))));
        return new IngestionProperties(
                properties.texts("tags"),
                properties.texts("ingestIfNotExists"),
                properties.datetime("creationTime"),
                format,
                properties.flag("ignoreFirstRecord", false),
                properties);
    }

    /** The mapping that is given, or the one of the table that is named. */
    Optional<Mapping> mapping(Table table) {
        for (String name : MAPPINGS) {
            Optional<String> reference = all.text(name + "Reference").filter(text -> !text.isEmpty());
            Optional<String> json = reference.isPresent()
                    ? Optional.of(stored(table, name + "Reference", reference.get()))
                    : all.text(name).filter(text -> !text.isEmpty());
            if (json.isPresent()) {
                return Optional.of(read(table, reference.isPresent() ? name + "Reference" : name, json.get()));
            }
        }
        return Optional.empty();
    }

    /** Columns of a Parquet file are found by name only. */
    void requireNoMapping(Table table) {
        if (mapping(table).isPresent()) {
            throw all.bad("format", "a text format where a mapping is given");
        }
    }

    private Mapping read(Table table, String property, String json) {
        try {
            return Mapping.read(json, table.schema());
        } catch (IllegalArgumentException e) {
            throw all.bad(property, "a mapping of the table: " + e.getMessage());
        }
    }

    private String stored(Table table, String property, String name) {
        return table.mappings().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> all.at(MAPPING_NOT_FOUND, property, name)
                        .withHint("table '" + table.name() + "' has these mappings: "
                                + table.mappings().keySet().stream()
                                        .map(MappingName::name)
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(", ")))
                        .toException());
    }

    /** Whether the table already has what these rows are. */
    boolean isIngestedIn(Table table) {
        return ingestIfNotExists.stream().map(value -> INGEST_BY + value).anyMatch(tag -> table.extents().stream()
                .anyMatch(extent -> extent.tags().contains(tag)));
    }
}
