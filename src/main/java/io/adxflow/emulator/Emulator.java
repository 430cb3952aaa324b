package io.adxflow.emulator;

import io.adxflow.base.http.HttpServer;
import io.adxflow.base.http.HttpServerOptions;
import io.adxflow.emulator.command.Commands;
import io.adxflow.emulator.duckdb.DuckDbStore;
import io.adxflow.emulator.endpoint.EmulatorRoutes;
import io.adxflow.emulator.storage.Storage;
import io.adxflow.emulator.store.Store;
import io.adxflow.emulator.tls.EmulatorTls;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A local Azure Data Explorer. It plays the engine and the data management role on one port.
 *
 * <pre>
 * client ─ HTTP ─► endpoint ─ protocol ─► command, kql ─► store ─► duckdb
 *                  storage  ─ queue ────► command
 * </pre>
 */
public final class Emulator implements AutoCloseable {
    private static final Duration EXPIRY_PAUSE = Duration.ofSeconds(30);
    private static final Duration EXPORT_PAUSE = Duration.ofSeconds(10);
    private static final Duration MERGE_PAUSE = Duration.ofSeconds(5);

    private final Store store;
    private final Commands commands;
    private final Storage storage;
    private final HttpServer server;
    private final Optional<EmulatorTls> tls;
    private final Housekeeping expiry;
    private final Housekeeping merges;
    private final Housekeeping exports;

    private Emulator(Store store, Commands commands, Storage storage, HttpServer server, Optional<EmulatorTls> tls) {
        this.store = store;
        this.commands = commands;
        this.storage = storage;
        this.server = server;
        this.tls = tls;
        this.expiry = Housekeeping.every(EXPIRY_PAUSE, commands::expire);
        this.merges = Housekeeping.every(MERGE_PAUSE, commands::merge);
        this.exports = Housekeeping.every(EXPORT_PAUSE, commands::export);
    }

    /** Starts with the data of a directory, on loopback and any free port. */
    public static Emulator start(Path directory) {
        return start(EmulatorOptions.in(directory));
    }

    /**
     * @throws io.adxflow.base.diagnostic.RemoteException when the directory cannot be used, for example by two emulators at once
     * @throws java.io.UncheckedIOException when the address cannot be listened on
     */
    public static Emulator start(EmulatorOptions options) {
        Store store = DuckDbStore.open(options.directory(), options.clock(), options.memoryBytes());
        try {
            // Clients ask it for ingestion resources, whatever databases they write to.
            store.createDatabase(EmulatorOptions.DEFAULT_DATABASE);
            options.databases().forEach(store::createDatabase);
            return start(options, store);
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    private static Emulator start(EmulatorOptions options, Store store) {
        Storage storage = new Storage(
                options.directory().resolve("storage"), options.clock(), EmulatorTls.BLOB_HOST, options.storage());
        Commands commands = new Commands(store, storage);
        EmulatorRoutes routes = new EmulatorRoutes(
                store, commands, storage, EmulatorOptions.DEFAULT_DATABASE, options.clock(), options.tokens());
        Optional<EmulatorTls> tls = options.tlsPort().isPresent()
                ? Optional.of(EmulatorTls.in(options.directory().resolve("tls")))
                : Optional.empty();
        HttpServer server = HttpServer.start(serverOptions(options, tls), routes.routes(), routes.failures());
        storage.begin(
                Stream.concat(Stream.of(server.outerUri(), server.uri()), server.tlsUri().stream())
                        .toList(),
                tls.flatMap(files -> server.tlsUri().map(uri -> files.blobs(uri.getPort()))));
        return new Emulator(store, commands, storage, server, tls);
    }

    private static HttpServerOptions serverOptions(EmulatorOptions options, Optional<EmulatorTls> tls) {
        HttpServerOptions plain = HttpServerOptions.anyPort()
                .withAddress(options.host(), options.port())
                .withOrigins(options.origins());
        return tls.map(files -> plain.withTls(files.context(), options.tlsPort().orElse(0)))
                .orElse(plain);
    }

    /** Where clients find it: {@code http://127.0.0.1:port}. */
    public URI uri() {
        return server.uri();
    }

    /** The files that a client needs for https, when it was started with it. */
    public Optional<EmulatorTls> tls() {
        return tls;
    }

    /** {@code https://127.0.0.1:port}, when it was started with it. */
    public Optional<URI> tlsUri() {
        return server.tlsUri();
    }

    /** Holds the key of the storage account, in Base64. */
    public Path accountKeyFile() {
        return storage.accountKeyFile();
    }

    /** Lets requests that have begun end, and gives the directory free. */
    @Override
    public void close() {
        server.close();
        expiry.close();
        merges.close();
        exports.close();
        storage.close();
        commands.close();
        store.close();
    }
}
