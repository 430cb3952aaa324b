package io.adxflow.emulator;

import io.adxflow.base.http.Origins;
import io.adxflow.emulator.storage.StorageOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

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
 * @param memoryBytes what the queries that run at one time may use together; half of the machine when it is not given. Sorts,
 *     joins and groups that need more go to disk, and a query that cannot is refused as Kusto refuses a runaway query
 * @param origins the web pages that may use it
 */
public record EmulatorOptions(
        Path directory,
        String host,
        int port,
        List<String> databases,
        Clock clock,
        OptionalInt tlsPort,
        Optional<Path> tokens,
        StorageOptions storage,
        OptionalLong memoryBytes,
        Origins origins) {
    public static final String DEFAULT_DATABASE = "NetDefaultDB";

    public EmulatorOptions {
        databases = List.copyOf(databases);
    }

    /** Without https. */
    public EmulatorOptions(Path directory, String host, int port, List<String> databases, Clock clock) {
        this(
                directory,
                host,
                port,
                databases,
                clock,
                OptionalInt.empty(),
                Optional.empty(),
                StorageOptions.OWN,
                OptionalLong.empty(),
                Origins.LOOPBACK);
    }

    /** Loopback, any free port, the database {@code NetDefaultDB}. */
    public static EmulatorOptions in(Path directory) {
        return new EmulatorOptions(directory, "127.0.0.1", 0, List.of(DEFAULT_DATABASE), Clock.systemUTC());
    }

    public EmulatorOptions on(int nextPort) {
        return new EmulatorOptions(
                directory, host, nextPort, databases, clock, tlsPort, tokens, storage, memoryBytes, origins);
    }

    public EmulatorOptions withDatabases(List<String> names) {
        return new EmulatorOptions(directory, host, port, names, clock, tlsPort, tokens, storage, memoryBytes, origins);
    }

    /** Https too, with a certificate of its own; see {@link io.adxflow.emulator.tls.EmulatorTls}. */
    public EmulatorOptions withTls(int nextPort) {
        OptionalInt tls = OptionalInt.of(nextPort);
        return new EmulatorOptions(directory, host, port, databases, clock, tls, tokens, storage, memoryBytes, origins);
    }

    /** Requests without a token of this file are refused, and with one they may do what its roles allow. */
    public EmulatorOptions requiringTokens(Path file) {
        Optional<Path> required = Optional.of(file);
        return new EmulatorOptions(
                directory, host, port, databases, clock, tlsPort, required, storage, memoryBytes, origins);
    }

    /** Other places for data than the emulator's own storage. */
    public EmulatorOptions withStorage(StorageOptions next) {
        return new EmulatorOptions(
                directory, host, port, databases, clock, tlsPort, tokens, next, memoryBytes, origins);
    }

    /** At most so many bytes of memory for queries. */
    public EmulatorOptions withMemory(long bytes) {
        OptionalLong memory = OptionalLong.of(bytes);
        return new EmulatorOptions(directory, host, port, databases, clock, tlsPort, tokens, storage, memory, origins);
    }

    /** Pages of other origins may use it too. */
    public EmulatorOptions withOrigins(Origins next) {
        return new EmulatorOptions(
                directory, host, port, databases, clock, tlsPort, tokens, storage, memoryBytes, next);
    }
}
