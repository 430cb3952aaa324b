package io.adxflow.emulator.command.ingestion;

import static io.adxflow.emulator.command.language.CommandProblem.MAPPING_NOT_FOUND;

import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.ingest.DataFormat;
import io.adxflow.emulator.ingest.Mapping;
import io.adxflow.emulator.ingest.RowOptions;
import io.adxflow.emulator.ingest.UnevenRecords;
import io.adxflow.emulator.store.MappingName;
import io.adxflow.emulator.store.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * How rows are ingested.
 *
 * @param ingestIfNotExists values of {@code ingest-by:} tags; when an extent of the table has one, nothing is ingested
 * @param creationTime ticks
 * @param uneven what the property {@code validationPolicy} says
 * @see <a href="https://learn.microsoft.com/kusto/ingestion-properties">Ingestion properties</a>
 */
record IngestionProperties(
        List<String> tags,
        List<String> ingestIfNotExists,
        OptionalLong creationTime,
        Optional<DataFormat> format,
        boolean ignoresFirstRecord,
        UnevenRecords uneven,
        Properties all) {
    private static final List<String> UNSUPPORTED_FORMATS = List.of("w3clogfile", "sstream", "azmonstream");
    private static final List<String> OF_QUERIES = List.of("extend_schema", "recreate_schema");
    private static final List<String> MAPPINGS =
            List.of("ingestionMapping", "csvMapping", "jsonMapping", "avroMapping", "parquetMapping", "orcMapping");
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
        properties
                .text("format")
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(UNSUPPORTED_FORMATS::contains)
                .ifPresent(name -> {
                    throw reader.unsupported("format '" + name + "'");
                });
        Optional<DataFormat> format = properties.text("format").map(name -> DataFormat.named(name)
                .orElseThrow(() -> properties.bad("format", "one of " + String.join(", ", DataFormat.keywords()))));
        return new IngestionProperties(
                properties.texts("tags"),
                properties.texts("ingestIfNotExists"),
                properties.datetime("creationTime"),
                format,
                properties.flag("ignoreFirstRecord", false),
                ValidationPolicy.uneven(properties),
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

    /** How records become rows of the table. */
    RowOptions rows(Table table, String location) {
        return new RowOptions(table.schema(), mapping(table), ignoresFirstRecord, uneven, location);
    }

    /** Whether compressed data is read as what is in it. */
    boolean isGzipOpened() {
        return !all.flag("TreatGzAsUncompressed", false);
    }

    /** Which members of an archive are ingested; all of them unless the property says otherwise. */
    Predicate<String> archiveMembers() {
        Optional<String> pattern = all.text("zipPattern").filter(text -> !text.isEmpty());
        try {
            return pattern.map(text -> Pattern.compile(text).asMatchPredicate()).orElse(member -> true);
        } catch (PatternSyntaxException e) {
            throw all.bad("zipPattern", "a regular expression");
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
