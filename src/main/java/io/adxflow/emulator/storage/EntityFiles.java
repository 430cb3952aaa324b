package io.adxflow.emulator.storage;

import io.adxflow.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The entities of one table: where clients follow what becomes of their uploads. A file for each. */
final class EntityFiles {
    private static final String PENDING = "Pending";

    private final Path directory;

    EntityFiles(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    synchronized Optional<Map<String, Object>> find(EntityKey key) throws IOException {
        Path file = file(key);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Waits for an entity to be no longer pending, as whoever hears that it is asks again after many seconds only. */
    synchronized Optional<Map<String, Object>> findSettled(EntityKey key, Duration atMost) throws IOException {
        long end = System.nanoTime() + atMost.toNanos();
        Optional<Map<String, Object>> found = find(key);
        while (found.filter(EntityFiles::isPending).isPresent() && await(end - System.nanoTime())) {
            found = find(key);
        }
        return found;
    }

    private static boolean isPending(Map<String, Object> entity) {
        return PENDING.equals(entity.get("Status"));
    }

    /** Whether there was time left to wait for a change. */
    private synchronized boolean await(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
            return nanos > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stores an entity, in place of one with the same key. */
    synchronized void put(EntityKey key, Map<String, Object> entity) throws IOException {
        Path fresh = directory.resolve(UUID.randomUUID() + ".part");
        Files.writeString(fresh, Json.write(entity));
        Files.move(fresh, file(key), StandardCopyOption.ATOMIC_MOVE);
        notifyAll();
    }

    /** Changes some members of an entity; there need not be one. */
    synchronized void merge(EntityKey key, Map<String, Object> changes) throws IOException {
        Map<String, Object> entity = new LinkedHashMap<>(find(key).orElse(key.members()));
        entity.putAll(changes);
        put(key, entity);
    }

    /** Drops what nobody has changed since. */
    synchronized void dropOlderThan(Instant time) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path file(EntityKey key) {
        return directory.resolve(key.fileName());
    }

    private static Map<String, Object> read(Path file) throws IOException {
        Map<String, Object> entity = new LinkedHashMap<>();
        ((Map<?, ?>) Json.read(Files.readString(file))).forEach((name, value) -> entity.put(name.toString(), value));
        return entity;
    }
}
