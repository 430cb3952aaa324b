package io.adxflow.emulator.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of the blobs of requests that asked to be tracked. An entity for each request and each of its blobs.
 *
 * @see <a href="https://learn.microsoft.com/kusto/api/rest/queued-ingest-status">Ingestion status via REST API</a>
 */
final class TrackedIngestions {
    private static final String IN_PROGRESS = "InProgress";

    private final EntityFiles entities;
    private final Clock clock;

    TrackedIngestions(Path directory, Clock clock) throws IOException {
        this.entities = new EntityFiles(directory);
        this.clock = clock;
    }

    /** Begins to keep what becomes of a request; answers its name. */
    UUID begin(QueuedIngestion request) throws IOException {
        UUID operation = UUID.randomUUID();
        String now = clock.instant().toString();
        for (int i = 0; i < request.sources().size(); i++) {
            QueuedIngestion.Source source = request.sources().get(i);
            Map<String, Object> entity = new LinkedHashMap<>();
            entity.put("sourceId", source.id());
            entity.put("url", source.url().split("[?;]", 2)[0]);
            entity.put("startTime", now);
            entities.put(key(operation, i), told(entity, IN_PROGRESS, now));
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("database", request.database());
        whole.put("table", request.table());
        whole.put("startTime", now);
        whole.put("sources", request.sources().size());
        entities.put(key(operation), whole);
        return operation;
    }

    /** The blob that stands at some place of a request. */
    static EntityKey key(UUID operation, int source) {
        return new EntityKey(operation.toString(), String.valueOf(source));
    }

    void end(EntityKey source, Ingestor.Outcome outcome) throws IOException {
        Map<String, Object> changes = new LinkedHashMap<>();
        if (!outcome.isSuccess()) {
            changes.put("errorCode", outcome.errorCode());
            changes.put("failureStatus", outcome.isPermanent() ? "Permanent" : "Transient");
            changes.put("details", outcome.details());
        }
        String status = outcome.isSuccess() ? "Succeeded" : "Failed";
        entities.merge(source, told(changes, status, clock.instant().toString()));
    }

    /** The answer for a request into this table, if there was one of that name. */
    Optional<Map<String, Object>> progress(UUID operation, String database, String table, boolean hasDetails)
            throws IOException {
        Optional<Map<String, Object>> found = entities.find(key(operation))
                .filter(whole -> database.equals(whole.get("database")) && table.equals(whole.get("table")));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, Object>> sources =
                sources(operation, ((Number) found.get().get("sources")).intValue());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("startTime", found.get().get("startTime"));
        answer.put(
                "lastUpdated",
                sources.stream()
                        .map(source -> source.get("lastUpdated").toString())
                        .reduce((one, other) -> one.compareTo(other) < 0 ? other : one)
                        .orElseThrow());
        answer.put("status", counts(sources));
        if (hasDetails) {
            answer.put("details", sources);
        }
        return Optional.of(answer);
    }

    void dropOlderThan(Instant time) throws IOException {
        entities.dropOlderThan(time);
    }

    private static Map<String, Object> counts(List<Map<String, Object>> sources) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("succeeded", count(sources, "Succeeded"));
        counts.put("failed", count(sources, "Failed"));
        counts.put("inProgress", count(sources, IN_PROGRESS));
        counts.put("canceled", 0);
        return counts;
    }

    private static long count(List<Map<String, Object>> sources, String status) {
        return sources.stream()
                .filter(source -> status.equals(source.get("status")))
                .count();
    }

    private List<Map<String, Object>> sources(UUID operation, int number) throws IOException {
        List<Map<String, Object>> sources = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            sources.add(entities.find(key(operation, i)).orElseThrow(IllegalStateException::new));
        }
        return sources;
    }

    /** The page of the interface and the clients of Java call the times differently, so both find theirs. */
    private static Map<String, Object> told(Map<String, Object> entity, String status, String time) {
        entity.put("status", status);
        entity.put("lastUpdated", time);
        entity.put("lastUpdateTime", time);
        if (entity.containsKey("startTime")) {
            entity.put("startedAt", entity.get("startTime"));
        }
        return entity;
    }

    private static EntityKey key(UUID operation) {
        return new EntityKey(operation.toString(), "");
    }
}
