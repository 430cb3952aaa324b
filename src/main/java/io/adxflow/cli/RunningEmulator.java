package io.adxflow.cli;

import io.adxflow.base.http.Origins;
import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.EmulatorOptions;
import io.adxflow.emulator.account.StorageConnection;
import io.adxflow.emulator.storage.StorageOptions;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** An emulator in this process. The only class of the command line that loads the emulator, which job jars do not have. */
final class RunningEmulator implements AutoCloseable {
    private final Emulator emulator;

    private RunningEmulator(Emulator emulator) {
        this.emulator = emulator;
    }

    static RunningEmulator start(EmulatorPlace place) {
        List<String> databases = Stream.of(EmulatorOptions.DEFAULT_DATABASE, place.database())
                .distinct()
                .toList();
        EmulatorOptions options = EmulatorOptions.in(place.directory());
        String address = place.host().equals("localhost") ? options.host() : place.host();
        return new RunningEmulator(Emulator.start(new EmulatorOptions(
                place.directory(),
                address,
                place.port(),
                databases,
                options.clock(),
                place.tlsPort(),
                place.tokens(),
                new StorageOptions(place.storage().map(RunningEmulator::connection), place.sources()),
                place.memoryBytes(),
                new Origins(place.origins()))));
    }

    private static StorageConnection connection(String text) {
        try {
            return StorageConnection.read(text);
        } catch (IllegalArgumentException e) {
            throw CliProblem.BAD_STORAGE.with(e.getMessage()).toException();
        }
    }

    URI uri() {
        return emulator.uri();
    }

    /** What a client needs to know to come over https; empty when https was not asked for. */
    List<String> tlsLines() {
        return emulator.tls()
                .map(tls -> {
                    int port = emulator.tlsUri().orElseThrow().getPort();
                    return Stream.concat(
                                    Stream.of(
                                            "engine:     " + tls.engine(port),
                                            "ingestion:  " + tls.ingestion(port),
                                            "storage:    " + tls.blobs(port) + ", account key in "
                                                    + emulator.accountKeyFile().toAbsolutePath(),
                                            "JVM flags of a client:"),
                                    tls.jvmFlags().stream().map(flag -> "  " + flag))
                            .toList();
                })
                .orElse(List.of());
    }

    @Override
    public void close() {
        emulator.close();
    }
}
