package io.adxflow.emulator;

import io.adxflow.emulator.storage.StorageOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an emulator is started.
 *
 * @param directory holds all data; made when it is missing; one emulator at a time may use it
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param databases these exist after the start beside the default one, whatever the directory held before
 * @param tlsPort for https beside http, 0 for any free one
 * @param tokens when present, every request needs a token of this file: in each line a token, its principal, and that
 *     principal's roles in every database ({@code admins}, {@code users}, {@code viewers}, {@code ingestors}, {@code monitors})
 * @param storage where clients upload to, and where else data may be read from
 */
public record EmulatorOptions(
        Path directory,
        String host,
        int port,
        List<String> databases,
        Clock clock,
        OptionalInt tlsPort,
        Optional<Path> tokens,
        StorageOptions storage) {
    public static final String DEFAULT_DATABASE = "NetDefaultDB";

    public EmulatorOptions {
        databases = List.copyOf(databases);
    }

    /** Without https. */
    public EmulatorOptions(Path directory, String host, int port, List<String> databases, Clock clock) {
        this(directory, host, port, databases, clock, OptionalInt.empty(), Optional.empty(), StorageOptions.OWN);
    }

    /** Loopback, any free port, the database {@code NetDefaultDB}. */
    public static EmulatorOptions in(Path directory) {
        return new EmulatorOptions(directory, "127.0.0.1", 0, List.of(DEFAULT_DATABASE), Clock.systemUTC());
    }

    public EmulatorOptions on(int nextPort) {
        return new EmulatorOptions(directory, host, nextPort, databases, clock, tlsPort, tokens, storage);
    }

    public EmulatorOptions withDatabases(List<String> names) {
        return new EmulatorOptions(directory, host, port, names, clock, tlsPort, tokens, storage);
    }

    /** Https too, with a certificate of its own; see {@link io.adxflow.emulator.tls.EmulatorTls}. */
    public EmulatorOptions withTls(int nextPort) {
        return new EmulatorOptions(directory, host, port, databases, clock, OptionalInt.of(nextPort), tokens, storage);
    }

    /** Requests without a token of this file are refused, and with one they may do what its roles allow. */
    public EmulatorOptions requiringTokens(Path file) {
        return new EmulatorOptions(directory, host, port, databases, clock, tlsPort, Optional.of(file), storage);
    }

    /** Other places for data than the emulator's own storage. */
    public EmulatorOptions withStorage(StorageOptions next) {
        return new EmulatorOptions(directory, host, port, databases, clock, tlsPort, tokens, next);
    }
}
