package io.adxflow.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file that says which process is the emulator of a checkout, and where it listens. */
final class EmulatorFile {
    private final Path file;

    EmulatorFile(Wiring wiring) {
        this.file = wiring.stateDirectory().resolve("emulator.pid");
    }

    void write(URI uri) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, ProcessHandle.current().pid() + " " + uri + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The emulator that runs; empty when there is none, or when the process that was noted has ended. */
    Optional<Entry> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .map(process -> new Entry(process, URI.create(parts[1])));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A running emulator. */
    record Entry(ProcessHandle process, URI uri) {}
}
