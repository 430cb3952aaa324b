package io.adxflow.emulator.storage;

import io.adxflow.base.http.HttpException;
import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Blobs that a client wants to have ingested, all in one request.
 *
 * @param isTracked whether the client will ask what became of them
 * @param isUrgent whether they shall not wait for others
 * @param properties of the ingestion: format, tags, mapping, …
 * @see <a href="https://learn.microsoft.com/kusto/api/rest/queued-ingest-use-http">Queued ingestion via REST API</a>
 */
public record QueuedIngestion(
        String database,
        String table,
        List<Source> sources,
        boolean isTracked,
        boolean isUrgent,
        Map<String, Object> properties) {
    /** How many blobs one request may name. */
    public static final int MOST_SOURCES = 20;

    /** Of the request, and not of the ingestion. */
    private static final Set<String> OTHERS =
            Set.of("enabletracking", "skipbatching", "flushimmediately", "deleteafterdownload", "ignoresizelimit");

    public QueuedIngestion {
        sources = List.copyOf(sources);
        properties = Map.copyOf(properties);
    }

    /** A blob: its address with the access signature, the client's name for it, and its size before it was compressed. */
    public record Source(String url, String id, Optional<Long> rawBytes) {}

    /** @throws HttpException with status 400 when the text is no such request */
    public static QueuedIngestion read(String database, String table, String json) {
        Map<String, Object> members = members(parsed(json), "the request body");
        Object given = members.get("properties");
        Map<String, Object> properties = given == null ? Map.of() : members(given, "'properties'");
        Map<String, Object> own = new LinkedHashMap<>();
        properties.forEach((name, value) -> {
            if (value != null && !OTHERS.contains(name.toLowerCase(Locale.ROOT))) {
                own.put(name, value);
            }
        });
        boolean isUrgent = Stream.of("skipBatching", "flushImmediately").anyMatch(name -> isTrue(properties, name));
        return new QueuedIngestion(
                database, table, sources(members.get("blobs")), isTrue(properties, "enableTracking"), isUrgent, own);
    }

    /** The same, announced by the owner of an identity token. */
    public QueuedIngestion by(String identityToken) {
        Map<String, Object> owned = new LinkedHashMap<>(properties);
        owned.keySet().removeIf(IngestionMessage.IDENTITY::equalsIgnoreCase);
        owned.put(IngestionMessage.IDENTITY, identityToken);
        return new QueuedIngestion(database, table, sources, isTracked, isUrgent, owned);
    }

    private static List<Source> sources(Object value) {
        List<?> blobs = value instanceof List<?> list ? list : List.of();
        if (blobs.isEmpty() || blobs.size() > MOST_SOURCES) {
            throw new HttpException(
                    400,
                    "the request body needs 'blobs', from one to " + MOST_SOURCES + " of them, not " + blobs.size());
        }
        List<Source> sources = new ArrayList<>();
        for (Object blob : blobs) {
            sources.add(source(members(blob, "each of 'blobs'")));
        }
        return sources;
    }

    private static Source source(Map<String, Object> members) {
        if (!(members.get("url") instanceof String url) || url.isBlank()) {
            throw new HttpException(400, "each of 'blobs' needs a text 'url'");
        }
        return new Source(
                url,
                members.get("sourceId") instanceof String id && !id.isEmpty()
                        ? id
                        : UUID.randomUUID().toString(),
                members.get("rawSize") instanceof Number size ? Optional.of(size.longValue()) : Optional.empty());
    }

    private static boolean isTrue(Map<String, Object> properties, String name) {
        return "true".equalsIgnoreCase(String.valueOf(properties.get(name)));
    }

    private static Object parsed(String json) {
        try {
            return Json.read(json);
        } catch (JsonException e) {
            throw new HttpException(400, "the request body is not JSON: " + e.getMessage());
        }
    }

    private static Map<String, Object> members(Object value, String what) {
        if (!(value instanceof Map<?, ?> object)) {
            throw new HttpException(400, what + " must be a JSON object");
        }
        Map<String, Object> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        object.forEach((name, member) -> members.put(name.toString(), member));
        return members;
    }
}
