package io.adxflow.cli;

import io.adxflow.base.diagnostic.RemoteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts an emulator in a process of its own, which outlives this one. */
final class DetachedEmulator {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Wiring wiring;
    private final EmulatorPlace place;

    DetachedEmulator(Wiring wiring, EmulatorPlace place) {
        this.wiring = wiring;
        this.place = place;
    }

    /** Returns when it listens. */
    EmulatorFile.Entry start() {
        Path log = wiring.stateDirectory().resolve("emulator.log");
        try {
            Files.createDirectories(wiring.stateDirectory());
            ProcessBuilder process = new ProcessBuilder(command())
                    .directory(wiring.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            place.storage().ifPresent(secret -> process.environment().put(EmulatorStartCommand.STORAGE, secret));
            return waitFor(process.start(), log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same JVM with the same flags and classes. */
    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.adxflow.Main", "emulator", "start"));
        command.addAll(List.of("--port", Integer.toString(place.port()), "--host", place.host()));
        command.addAll(List.of("--dir", place.directory().toString(), "--database", place.database()));
        place.tlsPort().ifPresent(port -> command.addAll(List.of("--tls", "--tls-port", Integer.toString(port))));
        place.tokens().ifPresent(file -> command.addAll(List.of("--require-token", file.toString())));
        if (!place.sources().isEmpty()) {
            command.addAll(List.of("--ingest-from", String.join(",", place.sources())));
        }
        place.memoryBytes().ifPresent(bytes -> command.addAll(List.of("--memory", bytes + "B")));
        if (!place.origins().isEmpty()) {
            command.addAll(List.of("--allow-origin", String.join(",", place.origins())));
        }
        if (!place.hasSample()) {
            command.add("--no-sample");
        }
        return command;
    }

    private EmulatorFile.Entry waitFor(Process process, Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            Optional<EmulatorFile.Entry> entry = new EmulatorFile(wiring).read();
            if (entry.isPresent()) {
                return entry.get();
            }
            pause();
        }
        process.destroy();
        throw new RemoteException(
                "the emulator did not start\n" + Files.readString(log).strip(), true, 0, "", null);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RemoteException("stopped while the emulator was starting", true, 0, "", stop);
        }
    }
}
