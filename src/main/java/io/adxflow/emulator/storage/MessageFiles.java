package io.adxflow.emulator.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The messages of a queue that have not been dealt with, a file for each, so that a restart finds them. */
final class MessageFiles {
    private final Path directory;

    MessageFiles(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /** Keeps a message under a name, unless there is one with this name; answers its file if it is new. */
    Optional<Path> add(String name, String message) throws IOException {
        Path file = directory.resolve(name + ".json");
        if (Files.exists(file)) {
            return Optional.empty();
        }
        Path part = directory.resolve(UUID.randomUUID() + ".part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
            return Optional.of(Files.move(part, file, StandardCopyOption.ATOMIC_MOVE));
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
