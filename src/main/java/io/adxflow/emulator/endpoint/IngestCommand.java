package io.adxflow.emulator.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the command that ingests blobs of the storage, {@code .ingest into table}. */
final class IngestCommand {
    /** Of a message, and not of an ingestion. */
    private static final Set<String> OTHERS =
            Set.of("authorizationcontext", "ingestionmappingtype", "ingestionmappingkind");

    private IngestCommand() {}

    static String of(String table, List<String> blobs, Map<String, String> properties) {
        Map<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        own.putAll(properties);
        OTHERS.forEach(own::remove);
        String list = own.entrySet().stream()
                .map(property -> property.getKey() + "=" + literal(property.getValue()))
                .collect(Collectors.joining(", "));
        String sources = blobs.stream().map(blob -> "h" + literal(blob)).collect(Collectors.joining(", "));
        return ".ingest into table [" + literal(table) + "] (" + sources + ") with (" + list + ")";
    }

    private static String literal(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "\"";
    }
}
