package io.adxflow.emulator.storage;

import io.adxflow.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reports for clients that ask a queue what became of their uploads, a file for each, in the order in which they came. One that
 * was taken is hidden for a while, and gone when the client deletes it.
 */
final class ReportQueue {
    private final Path directory;
    private final Clock clock;
    private final Map<String, Instant> hidden = new HashMap<>();

    ReportQueue(Path directory, Clock clock) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.clock = clock;
    }

    /** A message as clients see it. */
    record Report(String id, String text) {}

    synchronized void add(Map<String, Object> report) throws IOException {
        String id = String.format("%015d-%s", clock.millis(), UUID.randomUUID());
        Path part = directory.resolve(id + ".part");
        Files.writeString(part, Json.write(report));
        Files.move(part, file(id), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The first reports that are not hidden, which then are for some time; no time only looks. */
    synchronized List<Report> take(int most, Duration hiding) throws IOException {
        Instant now = clock.instant();
        List<Report> taken = new ArrayList<>();
        for (String id : ids()) {
            if (taken.size() < most && !hidden.getOrDefault(id, Instant.MIN).isAfter(now)) {
                hidden.put(id, now.plus(hiding));
                taken.add(new Report(id, Files.readString(file(id))));
            }
        }
        return taken;
    }

    synchronized int size() throws IOException {
        return ids().size();
    }

    synchronized boolean delete(String id) throws IOException {
        hidden.remove(id);
        return ids().contains(id) && Files.deleteIfExists(file(id));
    }

    private List<String> ids() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    private Path file(String id) {
        return directory.resolve(id + ".json");
    }
}
