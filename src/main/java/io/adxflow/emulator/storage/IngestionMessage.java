package io.adxflow.emulator.storage;

import io.adxflow.base.http.HttpException;
import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A client's wish to have a blob ingested, as it stands in the queue. Member names ignore case: the SDKs write them differently.
 *
 * @param blob address of the blob, with its access signature
 * @param rawBytes size of the data before it was compressed, as far as the client tells
 * @param isUrgent whether it shall not wait for others
 * @param status the entity that tells what becomes of it
 * @param tracking the entity of a request that asked to be tracked
 * @param reporting what the queues tell about it
 * @param properties of the ingestion: format, tags, mapping, …
 */
public record IngestionMessage(
        String id,
        String database,
        String table,
        String blob,
        OptionalLong rawBytes,
        boolean isUrgent,
        Optional<EntityKey> status,
        Optional<EntityKey> tracking,
        Reporting reporting,
        Map<String, String> properties) {
    static final String IDENTITY = "authorizationContext";

    private static final String TRACKING = "ingestionTracking";

    public IngestionMessage {
        properties = Map.copyOf(properties);
    }

    /** @throws HttpException with status 400 when the text is not such a message */
    static IngestionMessage read(String json) {
        Map<String, Object> members = members(parsed(json));
        return new IngestionMessage(
                text(members, "id"),
                text(members, "databaseName"),
                text(members, "tableName"),
                text(members, "blobPath"),
                members.get("rawDataSize") instanceof Number size
                        ? OptionalLong.of(size.longValue())
                        : OptionalLong.empty(),
                String.valueOf(members.get("flushImmediately")).equalsIgnoreCase("true"),
                status(members.get("ingestionStatusInTable")),
                status(members.get(TRACKING)),
                Reporting.of(members),
                properties(members.get("additionalProperties"), members.get("validationPolicy")));
    }

    /** The messages of a request, one for each blob. */
    static List<String> of(QueuedIngestion request, Optional<UUID> operation) {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < request.sources().size(); i++) {
            QueuedIngestion.Source source = request.sources().get(i);
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("id", source.id());
            members.put("databaseName", request.database());
            members.put("tableName", request.table());
            members.put("blobPath", source.url());
            source.rawBytes().ifPresent(bytes -> members.put("rawDataSize", bytes));
            members.put("flushImmediately", request.isUrgent());
            members.put("additionalProperties", request.properties());
            if (operation.isPresent()) {
                EntityKey key = TrackedIngestions.key(operation.get(), i);
                members.put(TRACKING, Map.of("partitionKey", key.partition(), "rowKey", key.row()));
            }
            messages.add(Json.write(members));
        }
        return messages;
    }

    /** Who announces it, as far as they say. */
    public Optional<String> identityToken() {
        return properties.entrySet().stream()
                .filter(property -> property.getKey().equalsIgnoreCase(IDENTITY))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether it is ingested by itself: what must be there once is not put together with others. */
    boolean isAlone() {
        return properties.entrySet().stream()
                .anyMatch(property -> property.getKey().equalsIgnoreCase("ingestIfNotExists")
                        || property.getKey().equalsIgnoreCase("tags")
                                && property.getValue().contains("ingest-by:"));
    }

    private static Optional<EntityKey> status(Object value) {
        if (value == null) {
            return Optional.empty();
        }
        Map<String, Object> members = members(value);
        return Optional.of(new EntityKey(text(members, "partitionKey"), text(members, "rowKey")));
    }

    /** The policy is a property of the ingestion like any other, and stands beside them. */
    private static Map<String, String> properties(Object value, Object policy) {
        Map<String, String> properties = new TreeMap<>();
        if (policy != null) {
            properties.put("validationPolicy", policy instanceof String text ? text : Json.write(policy));
        }
        if (value != null) {
            members(value).forEach((name, property) -> {
                if (property != null) {
                    properties.put(name, property instanceof String text ? text : Json.write(property));
                }
            });
        }
        return properties;
    }

    private static String text(Map<String, Object> members, String name) {
        if (members.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new HttpException(400, "the ingestion message has no '" + name + "'");
    }

    private static Object parsed(String json) {
        try {
            return Json.read(json);
        } catch (JsonException e) {
            throw new HttpException(400, "the ingestion message is not JSON: " + e.getMessage());
        }
    }

    private static Map<String, Object> members(Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            throw new HttpException(400, "the ingestion message is not a JSON object");
        }
        Map<String, Object> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        object.forEach((name, member) -> members.put(name.toString(), member));
        return members;
    }
}
