package io.adxflow.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The file that says which process is the emulator of a checkout, where it listens, and where its data is: a line each. */
final class EmulatorFile {
    private final Path file;

    EmulatorFile(Wiring wiring) {
        this.file = wiring.stateDirectory().resolve("emulator.pid");
    }

    /** Notes this process. Who reads at the same time sees all of it or nothing. */
    void write(URI uri, Path data) {
        Path part = file.resolveSibling("emulator.pid.part");
        List<String> lines = List.of(
                Long.toString(ProcessHandle.current().pid()),
                uri.toString(),
                data.toAbsolutePath().normalize().toString());
        try {
            Files.createDirectories(file.getParent());
            Files.write(part, lines);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
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
        return lines().flatMap(lines -> ProcessHandle.of(Long.parseLong(lines.get(0)))
                .filter(ProcessHandle::isAlive)
                .map(process -> new Entry(process, URI.create(lines.get(1)))));
    }

    /** The data of the emulator that was noted. One that ends by itself takes its note away, one that is killed does not. */
    Optional<Path> data() {
        return lines().map(lines -> Path.of(lines.get(2))).filter(Files::isDirectory);
    }

    /** Empty too for what other versions and other programs have written. */
    private Optional<List<String>> lines() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() == 3 && lines.get(0).matches("\\d{1,18}") ? Optional.of(lines) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A running emulator. */
    record Entry(ProcessHandle process, URI uri) {}
}
