package io.adxflow.emulator.storage;

import io.adxflow.base.http.HttpException;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /table/{table}}: entities, made, read, merged and replaced.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api">Table service REST API</a>
 */
final class EntityEndpoint {
    private static final int LARGEST = 1 << 20;
    /** The Kusto Spark connector asks at once and then every ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EntityFiles entities;
    private final SharedAccess access;

    EntityEndpoint(EntityFiles entities, SharedAccess access) {
        this.entities = entities;
        this.access = access;
    }

    Response insert(Request request) throws IOException {
        check(request);
        Map<String, Object> entity = entity(request);
        EntityKey key = EntityKey.of(entity);
        if (entities.find(key).isPresent()) {
            throw new StorageException(409, "EntityAlreadyExists", "The specified entity already exists.");
        }
        entities.put(key, entity);
        return changed(key);
    }

    Response find(Request request) throws IOException {
        check(request);
        EntityKey key = EntityKey.ofAddress(request.pathParameter("entity"));
        Map<String, Object> entity = entities.findSettled(key, PATIENCE)
                .orElseThrow(() -> StorageException.notFound("ResourceNotFound", "resource"));
        entity.put("odata.etag", tag(key));
        return Response.json(200, Json.write(entity)).withHeader("ETag", tag(key));
    }

    Response merge(Request request) throws IOException {
        check(request);
        EntityKey key = EntityKey.ofAddress(request.pathParameter("entity"));
        entities.merge(key, entity(request));
        return changed(key);
    }

    Response replace(Request request) throws IOException {
        check(request);
        EntityKey key = EntityKey.ofAddress(request.pathParameter("entity"));
        Map<String, Object> entity = key.members();
        entity.putAll(entity(request));
        entities.put(key, entity);
        return changed(key);
    }

    private void check(Request request) {
        String table = EntityKey.tableOf(request.pathParameter("entity"));
        access.check(request, "table/" + table);
    }

    private static Map<String, Object> entity(Request request) throws IOException {
        Map<String, Object> entity = new LinkedHashMap<>();
        try {
            if (Json.read(request.text(LARGEST)) instanceof Map<?, ?> members) {
                members.forEach((name, value) -> entity.put(name.toString(), value));
                return entity;
            }
        } catch (JsonException e) {
            throw new HttpException(400, "the entity is not JSON: " + e.getMessage());
        }
        throw new HttpException(400, "the entity is not a JSON object");
    }

    private static Response changed(EntityKey key) {
        return Response.empty(204).withHeader("ETag", tag(key));
    }

    private static String tag(EntityKey key) {
        return "W/\"" + Integer.toHexString(key.hashCode()) + "\"";
    }
}
