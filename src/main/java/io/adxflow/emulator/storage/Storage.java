package io.adxflow.emulator.storage;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.Handler;
import io.adxflow.base.http.HttpException;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.http.Routes;
import io.adxflow.emulator.account.StorageAccount;
import io.adxflow.emulator.store.BlobSource;
import io.adxflow.emulator.store.IngestionResource;
import io.adxflow.emulator.store.ListedBlob;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.emulator.store.NoBlobException;
import io.adxflow.emulator.store.NoBlobException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All of the storage: in one directory, or in an account of somebody else. It knows its own address only after the server has one,
 * see {@link #begin}.
 */
public final class Storage implements BlobSource, AutoCloseable {
    private static final String STATUS = "status";

    private final Path directory;
    private final Clock clock;
    private final Containers containers;
    private final SharedAccess access;
    private final SealedAccess seals;
    private final IdentityTokens identities;
    private final BlobLocator locator;
    private final Exports exports;
    private final AllowedSources allowed;
    private final ForeignBlobs foreign;
    private final Optional<StorageAccount> account;
    private volatile Optional<URI> base = Optional.empty();
    private volatile Optional<URI> alias = Optional.empty();
    private volatile Optional<TrackedIngestions> tracked = Optional.empty();
    private volatile Optional<DataManagement> management = Optional.empty();
    private volatile Optional<QueuePoll> poll = Optional.empty();

    /**
     * @param accountHost the host under which containers are the first part of a path, as those of Azure are
     * @throws UncheckedIOException when the directory cannot be written to
     * @throws RemoteException when there is to be an account, and it does not answer
     */
    public Storage(Path directory, Clock clock, String accountHost, StorageOptions options) {
        this.directory = directory;
        this.clock = clock;
        this.containers = new Containers(directory.resolve("blob"));
        byte[] key = key(directory.resolve("key"));
        SharedKey accountKey = new SharedKey(accountHost.split("\\.", 2)[0], key);
        this.access = new SharedAccess(key, accountKey, clock);
        this.seals = new SealedAccess(key);
        this.identities = new IdentityTokens(access, clock);
        this.locator = new BlobLocator(accountHost, access);
        this.exports = new Exports(containers, locator, directory.resolveSibling("exports"), clock);
        this.allowed = new AllowedSources(options.sources(), exports.folder());
        this.foreign = new ForeignBlobs(directory.resolve("fetched"), allowed, clock);
        write(accountKeyFile(), accountKey.text());
        this.account = options.account().map(connection -> StorageAccount.open(connection, clock));
    }

    /** Holds the key of the account, for clients that sign their requests themselves. */
    public Path accountKeyFile() {
        return directory.resolve("account-key");
    }

    /** Adds the addresses of the storage, and what ingests the blobs that are announced there. */
    public void addRoutes(Routes routes, Ingestor ingestor) {
        try {
            EntityFiles entities = new EntityFiles(directory.resolve("table").resolve(STATUS));
            Path queues = directory.resolve("queue");
            ReportQueue failed = new ReportQueue(queues.resolve(QueueEndpoint.FAILED), clock);
            ReportQueue successful = new ReportQueue(queues.resolve(QueueEndpoint.SUCCESSFUL), clock);
            ReportPlaces places = account.<ReportPlaces>map(ReportsOfAccount::new)
                    .orElseGet(() -> new ReportFiles(entities, failed, successful));
            TrackedIngestions operations = new TrackedIngestions(directory.resolve("operation"), clock);
            DataManagement role = new DataManagement(
                    new MessageFiles(queues.resolve(QueueEndpoint.READY)),
                    operations,
                    new Reports(places, operations, clock),
                    this::dropUpload,
                    ingestor);
            tracked = Optional.of(operations);
            management = Optional.of(role);
            poll = account.map(one -> new QueuePoll(one, role));
            Map<String, ReportQueue> reports =
                    Map.of(QueueEndpoint.FAILED, failed, QueueEndpoint.SUCCESSFUL, successful);
            addBlobs(
                    routes,
                    "/blob/{container}",
                    new BlobEndpoint(containers, access, request -> request.pathParameter("container")));
            addBlobs(
                    routes,
                    "/" + Containers.EXPORT,
                    new BlobEndpoint(containers, access, request -> Containers.EXPORT));
            addQueues(routes, new QueueEndpoint(role, reports, access, clock));
            addEntities(routes, new EntityEndpoint(entities, access));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folders of the storage", e);
        }
    }

    /** How a refusal before any handler is told at the addresses of the storage; nothing for other addresses. */
    public static Optional<Response> refusal(Request request, HttpException failure) {
        return StorageErrors.refusal(request, failure);
    }

    /**
     * Tells the storage where it is to be found, takes up what an earlier process left, and drops what is too old.
     *
     * @param addresses the first is given to clients
     * @param accountAddress where clients find it that know the hosts of Azure only, see {@code emulator.tls}
     */
    public void begin(List<URI> addresses, Optional<URI> accountAddress) {
        base = Optional.of(addresses.get(0));
        alias = accountAddress;
        locator.begin(addresses);
        try {
            Instant old = clock.instant().minus(SharedAccess.VALID);
            containers.dropOlderThan(old);
            if (management.isPresent()) {
                management.get().dropOlderThan(old);
                management.get().resume();
            }
            poll.ifPresent(QueuePoll::begin);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what an earlier process left", e);
        }
    }

    @Override
    public LocalBlob blob(String sealed) {
        String address = seals.open(sealed);
        Optional<String> container = locator.container(address);
        if (container.isEmpty()) {
            boolean isOfAccount = account.filter(one -> one.holds(address)).isPresent();
            return isOfAccount ? foreign.fetch(address) : foreign.find(address);
        }
        return container
                .flatMap(containers::find)
                .flatMap(files -> files.find(locator.name(address)))
                .map(file -> new LocalBlob(file, false))
                .orElseThrow(() -> new NoBlobException(Reason.ABSENT, "the storage of this emulator has no such blob"));
    }

    @Override
    public String seal(String locator) {
        return seals.seal(locator);
    }

    @Override
    public List<ListedBlob> list(String place, String prefix) {
        boolean isOfAccount = account.filter(one -> one.holds(place)).isPresent();
        return new BlobListing(containers, locator, allowed, exports.folder())
                .list(seals.open(place), prefix, isOfAccount);
    }

    @Override
    public String identityToken(String principal) {
        return identities.of(principal);
    }

    /** Whose identity token it is, if anybody's. */
    public Optional<String> principal(String identityToken) {
        return identities.principal(identityToken);
    }

    @Override
    public List<IngestionResource> ingestionResources() {
        return account.map(StorageAccount::resources).orElseGet(this::ownResources);
    }

    /**
     * Takes a request for ingestion; answers what tracks it, if it asks for that.
     *
     * @throws RemoteException when the disk does not take it
     */
    public Optional<UUID> queue(QueuedIngestion request) {
        try {
            return management.orElseThrow(IllegalStateException::new).accept(request);
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** What became of the blobs of a request into a table, as clients are told; nothing when there was none of that name. */
    public Optional<Map<String, Object>> progress(UUID operation, String database, String table, boolean hasDetails)
            throws IOException {
        return tracked.orElseThrow(IllegalStateException::new).progress(operation, database, table, hasDetails);
    }

    private List<IngestionResource> ownResources() {
        return List.of(
                new IngestionResource("TempStorage", address("blob/" + Containers.TEMP)),
                new IngestionResource("SecuredReadyForAggregationQueue", address("queue/" + QueueEndpoint.READY)),
                new IngestionResource("FailedIngestionsQueue", address("queue/" + QueueEndpoint.FAILED)),
                new IngestionResource("SuccessfulIngestionsQueue", address("queue/" + QueueEndpoint.SUCCESSFUL)),
                new IngestionResource("IngestionsStatusTable", address("table/" + STATUS)));
    }

    @Override
    public List<String> exportContainers() {
        String container = "blob/" + Containers.EXPORT;
        return account.map(StorageAccount::exportContainers)
                .orElseGet(() -> List.of(alias.map(uri -> uri + "/" + Containers.EXPORT + "?" + access.query(container))
                        .orElseGet(() -> address(container))));
    }

    @Override
    public Optional<String> export(String place, String name, Path file) {
        return exports.store(seals.open(place), name, file);
    }

    @Override
    public Path exportFolder() {
        return exports.folder();
    }

    /**
     * Keeps data that came with a request as a blob until it is {@link #drop dropped}; answers its address.
     *
     * @throws RemoteException when the disk does not take it
     */
    public String keep(byte[] data) {
        String name = UUID.randomUUID().toString();
        try {
            files(Containers.STREAM).put(name, new ByteArrayInputStream(data));
        } catch (IOException e) {
            throw full(e);
        }
        return uri() + "/blob/" + Containers.STREAM + "/" + name;
    }

    private static RemoteException full(IOException e) {
        return new RemoteException("the data cannot be written to the disk: " + e.getMessage(), true, 507, "", e);
    }

    public void drop(String address) throws IOException {
        files(Containers.STREAM).delete(locator.name(address));
    }

    private void dropUpload(String address) throws IOException {
        if (locator.container(address).filter(Containers.TEMP::equals).isPresent()) {
            files(Containers.TEMP).delete(locator.name(address));
        } else if (account.isPresent()) {
            account.get().dropUpload(address);
        }
    }

    @Override
    public void close() {
        poll.ifPresent(QueuePoll::close);
        management.ifPresent(DataManagement::close);
    }

    private static void addBlobs(Routes routes, String container, BlobEndpoint blobs) {
        String blob = container + "/{blob...}";
        Handler get = StorageErrors.inXml(blobs::get);
        routes.put(blob, StorageErrors.inXml(blobs::put))
                .get(blob, get)
                .head(blob, get)
                .delete(blob, StorageErrors.inXml(blobs::delete))
                .get(container, StorageErrors.inXml(blobs::list))
                .head(container, StorageErrors.inXml(blobs::describeContainer));
    }

    private static void addQueues(Routes routes, QueueEndpoint queues) {
        routes.get("/queue/{queue}", StorageErrors.inXml(queues::describe))
                .head("/queue/{queue}", StorageErrors.inXml(queues::describe))
                .post("/queue/{queue}/messages", StorageErrors.inXml(queues::put))
                .get("/queue/{queue}/messages", StorageErrors.inXml(queues::take))
                .delete("/queue/{queue}/messages/{id}", StorageErrors.inXml(queues::delete));
    }

    private static void addEntities(Routes routes, EntityEndpoint entities) {
        String entity = "/table/{entity}";
        routes.post(entity, StorageErrors.inJson(entities::insert))
                .get(entity, StorageErrors.inJson(entities::find))
                .put(entity, StorageErrors.inJson(entities::replace))
                .add("PATCH", entity, StorageErrors.inJson(entities::merge))
                .add("MERGE", entity, StorageErrors.inJson(entities::merge));
    }

    private BlobFiles files(String container) {
        return containers.find(container).orElseThrow(IllegalStateException::new);
    }

    private String address(String resource) {
        return uri() + "/" + resource + "?" + access.query(resource);
    }

    private URI uri() {
        return base.orElseThrow(() -> new IllegalStateException("the storage has no address yet"));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the file " + file, e);
        }
    }

    private static byte[] key(Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                byte[] key = new byte[32];
                new SecureRandom().nextBytes(key);
                Files.write(file, key);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the directory " + file.getParent(), e);
        }
    }
}
