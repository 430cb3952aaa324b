package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.FaultProxy;
import io.adxflow.adx.FaultProxy.Fault;
import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxType;
import io.adxflow.adx.client.BlobStore;
import io.adxflow.adx.client.IngestionStorage;
import io.adxflow.adx.client.SignedUrl;
import io.adxflow.adx.client.TestClients;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault at every request of the commit of an epoch, and of an append. Whatever happens, a table holds an epoch
 * whole or not at all, and once it was committed again it holds it once.
 */
@Tag("slow")
class EpochFaultsTest {
    private static final String DATABASE = "NetDefaultDB";
    private static final int ROWS = 10;
    /** The requests before a table for the epoch is made, and that one. */
    private static final int UNTIL_CREATED = 3;

    @TempDir
    static Path directory;

    private static final AtomicInteger TABLES = new AtomicInteger();
    private static Emulator emulator;
    private static FaultProxy proxy;
    private static AdxClient direct;
    private static AdxClient faulty;
    private static List<SignedUrl> containers;

    private final String query = UUID.randomUUID().toString();
    private String table;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(directory.resolve("adx"));
        String url = emulator.uri().toString();
        proxy = new FaultProxy(url);
        AdxCluster cluster = AdxCluster.at(url, DATABASE, new AdxAuth.None()).withIngestionUrl(url);
        direct = AdxClient.connect(cluster);
        faulty = TestClients.impatient(AdxCluster.at(proxy.url(), DATABASE, new AdxAuth.None()));
        containers = IngestionStorage.containers(cluster);
    }

    @AfterAll
    static void stop() {
        proxy.close();
        emulator.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST", "TWICE"})
    void anEpochIsCommittedOnceWhicheverRequestFails(Fault fault) throws IOException {
        int requests = requestsOfACommit();
        for (int at = 0; at < requests; at++) {
            int chosen = at;
            commitTwice((number, body) -> number == chosen ? fault : Fault.NONE, fault + " at " + at);
        }
    }

    @Test
    void anEpochIsCommittedOnceWheneverItsTableIsDroppedBySomebody() throws IOException {
        int requests = requestsOfACommit();
        for (int at = UNTIL_CREATED; at < requests; at++) {
            int chosen = at;
            commitTwice(
                    (number, body) -> {
                        if (number == chosen) {
                            stagingTables().forEach(name -> direct.command(DATABASE, ".drop table " + name));
                        }
                        return Fault.NONE;
                    },
                    "dropped at " + at);
        }
    }

    /** A driver is killed at each request, which the network kept back and which arrives when another has committed. */
    @Test
    void anEpochIsCommittedOnceWhereverTheDriverDiesAndWhateverArrivesLate() throws IOException {
        int requests = requestsOfACommit();
        for (int at = 0; at < requests; at++) {
            String late = commitTwice(dying(at), "kept back at " + at);
            String text = String.valueOf(((Map<?, ?>) Json.read(late)).get("csl"));
            if (text.startsWith(".")) {
                runLate(text);
            }
            assertThat(rows()).as("late %s", text).isEqualTo(ROWS);
            if (!stagingTables().isEmpty()) {
                commit(faulty, "third", 1);
                assertThat(rows()).isEqualTo(2 * ROWS);
                assertThat(stagingTables()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void anAppendIsWholeOrFailsWhicheverRequestFails(Fault fault) throws IOException {
        for (int at = 0; at < 3; at++) {
            int chosen = at;
            create();
            List<WrittenBlob> blobs = upload();
            proxy.plan((number, body) -> number == chosen ? fault : Fault.NONE);
            boolean ended = ends(client -> new BlobIngestion(client, options("append"), containers).ingest(blobs));
            assertThat(rows()).as(fault + " at " + at).isIn(ended ? List.of(ROWS) : List.of(0, ROWS));
        }
    }

    @Test
    void anEpochBeforeTheLastIsRefused() throws IOException {
        create();
        proxy.plan((number, body) -> Fault.NONE);
        commit(faulty, "first", 0);
        commit(faulty, "second", 1);
        assertThatThrownBy(() -> commit(faulty, "late", 0))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ADX311");
        assertThat(rows()).isEqualTo(2 * ROWS);
    }

    /** The first time with faults, the second as Spark does it after a restart; the result is the last first request. */
    private String commitTwice(FaultProxy.Plan plan, String fault) throws IOException {
        create();
        proxy.plan(plan);
        boolean ended = ends(client -> commit(client, "first", 0));
        List<String> requests = proxy.bodies();
        assertThat(rows()).as(fault).isIn(ended ? List.of(ROWS) : List.of(0, ROWS));
        proxy.plan((number, body) -> Fault.NONE);
        commit(faulty, "second", 0);
        assertThat(rows()).as("%s, committed again", fault).isEqualTo(ROWS);
        assertThat(stagingTables()).as(fault).isEmpty();
        return requests.get(requests.size() - 1);
    }

    /** From the chosen request on there is none. */
    private static FaultProxy.Plan dying(int chosen) {
        AtomicBoolean dead = new AtomicBoolean();
        return (number, body) -> {
            dead.compareAndSet(false, number == chosen);
            return dead.get() ? Fault.UNSENT : Fault.NONE;
        };
    }

    private int requestsOfACommit() throws IOException {
        create();
        proxy.plan((number, body) -> Fault.NONE);
        commit(faulty, "counted", 0);
        return proxy.bodies().size();
    }

    /** Whether it ended well; it may fail with what its caller is told to expect, and with nothing else. */
    private static boolean ends(Consumer<AdxClient> work) {
        try {
            work.accept(faulty);
            return true;
        } catch (RemoteException | UserException e) {
            assertThat(e).hasMessageMatching("(?s).*(ADX|answer|was not moved into).*");
            return false;
        }
    }

    private void runLate(String command) {
        try {
            direct.command(DATABASE, command);
        } catch (RemoteException | UserException e) {
            assertThat(e).hasMessageContaining("adxflow_stream_");
        }
    }

    private void commit(AdxClient client, String attempt, long epoch) {
        List<AdxColumn> columns = List.of(new AdxColumn("Id", AdxType.LONG));
        new EpochCommit(client, options(attempt + epoch), columns, containers, query, epoch).commit(upload());
    }

    private AdxWriteOptions options(String attempt) {
        return new AdxWriteOptions(
                direct.cluster(), table, attempt + "-" + UUID.randomUUID(), Duration.ofMinutes(1), 1 << 20);
    }

    private List<WrittenBlob> upload() {
        try (BlobStore store = BlobStore.open()) {
            Path file = Files.createTempFile(directory, "rows", ".csv");
            Files.writeString(file, "1\n".repeat(ROWS));
            WrittenBlob blob = new WrittenBlob(0, UUID.randomUUID() + ".csv", ROWS, Files.size(file));
            store.put(containers.get(0).blob(blob.name()), file);
            return List.of(blob);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() {
        table = "T" + TABLES.incrementAndGet();
        direct.command(DATABASE, ".create table " + table + " (Id:long)");
    }

    private int rows() {
        return (int)
                direct.query(DATABASE, table + " | count", AdxOptions.none()).number(0, "Count");
    }

    private List<String> stagingTables() {
        String begin = "adxflow_stream_" + query.replace('-', '_');
        return direct
                .command(DATABASE, ".show tables | where TableName startswith '" + begin + "' | project TableName")
                .rows()
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }
}
