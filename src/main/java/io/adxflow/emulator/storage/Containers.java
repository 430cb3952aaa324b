package io.adxflow.emulator.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The blob containers: {@code temp} for uploads, {@code export} for exports, {@code stream} for streaming ingestion. */
final class Containers {
    static final String TEMP = "temp";
    static final String EXPORT = "export";
    static final String STREAM = "stream";

    private final Map<String, BlobFiles> containers;

    Containers(Path directory) {
        this.containers = Map.of(
                TEMP, files(directory, TEMP), EXPORT, files(directory, EXPORT), STREAM, files(directory, STREAM));
    }

    Optional<BlobFiles> find(String name) {
        return Optional.ofNullable(containers.get(name));
    }

    /** Drops the blobs that were written before a time: their addresses serve no longer. */
    void dropOlderThan(Instant time) throws IOException {
        for (BlobFiles files : containers.values()) {
            files.dropOlderThan(time);
        }
    }

    private static BlobFiles files(Path directory, String name) {
        try {
            return new BlobFiles(Files.createDirectories(directory.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of the container '" + name + "'", e);
        }
    }
}
