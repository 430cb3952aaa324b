package io.adxflow.emulator.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The messages of a queue that have not been dealt with, a file for each, so that a restart finds them. */
final class MessageFiles {
    private final Path directory;

    MessageFiles(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    Path add(String message) throws IOException {
        Path part = directory.resolve(UUID.randomUUID() + ".part");
        Files.writeString(part, message);
        Path file = directory.resolve(UUID.randomUUID() + ".json");
        return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
