package io.adxflow.emulator.command;

import io.adxflow.emulator.ingest.DataFormat;
import io.adxflow.emulator.store.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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
        boolean ignoresFirstRecord) {
    private static final String INGEST_BY = "ingest-by:";

    static IngestionProperties of(Properties properties, CommandReader reader) {
        for (String mapping : List.of(
                "ingestionMapping",
                "ingestionMappingReference",
                "csvMapping",
                "csvMappingReference",
                "jsonMapping",
                "jsonMappingReference",
                "extend_schema",
                "recreate_schema",
                "validationPolicy",
                "zipPattern")) {
            if (properties.text(mapping).isPresent()
                    && !properties.text(mapping).get().equals("false")) {
                throw reader.unsupported("ingestion property '" + mapping + "'");
            }
        }
        Optional<DataFormat> format = properties.text("format").map(name -> DataFormat.named(name)
                .orElseThrow(() -> properties.bad("format", "one of " + String.join(", ", DataFormat.keywords()))));
        return new IngestionProperties(
                properties.texts("tags"),
                properties.texts("ingestIfNotExists"),
                properties.datetime("creationTime"),
                format,
                properties.flag("ignoreFirstRecord", false));
    }

    /** Whether the table already has what these rows are. */
    boolean isIngestedIn(Table table) {
        return ingestIfNotExists.stream().map(value -> INGEST_BY + value).anyMatch(tag -> table.extents().stream()
                .anyMatch(extent -> extent.tags().contains(tag)));
    }
}
