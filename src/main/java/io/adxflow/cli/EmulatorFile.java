package io.adxflow.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The file that says which process is the emulator of a checkout, where it listens, where its data is, and when it began: a line
 * each. The number of a process that was killed may be that of another one later, but not with the same beginning.
 */
final class EmulatorFile {
    /** How far the beginning of a process moves when the clock of the machine is set. */
    private static final long DRIFT_SECONDS = 60;

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
                data.toAbsolutePath().normalize().toString(),
                Long.toString(beginning(ProcessHandle.current())));
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
                .filter(process -> process.isAlive() && began(process, Long.parseLong(lines.get(3))))
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
            boolean isNote = lines.size() == 4 && isNumber(lines.get(0)) && isNumber(lines.get(3));
            return isNote ? Optional.of(lines) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isNumber(String line) {
        return line.matches("\\d{1,18}");
    }

    private static boolean began(ProcessHandle process, long second) {
        return Math.abs(beginning(process) - second) <= DRIFT_SECONDS;
    }

    /** In seconds since 1970; 0 where the system does not tell. */
    private static long beginning(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }

    /** A running emulator. */
    record Entry(ProcessHandle process, URI uri) {}
}
