package io.adxflow.emulator.duckdb;

import static io.adxflow.emulator.duckdb.StoreFixture.DATABASE;
import static io.adxflow.emulator.duckdb.StoreFixture.LIMIT;
import static io.adxflow.emulator.duckdb.StoreFixture.NUMBERS;
import static io.adxflow.emulator.duckdb.StoreFixture.append;
import static io.adxflow.emulator.duckdb.StoreFixture.count;
import static io.adxflow.emulator.duckdb.StoreFixture.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.DatabaseFunction;
import io.adxflow.emulator.store.Entities;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.MaterializedView.Definition;
import io.adxflow.emulator.store.Role;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Rows;
import io.adxflow.emulator.store.Scope;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Store;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import io.adxflow.kql.language.StoredFunction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbStoreTest {
    private static final String SLOW = "SELECT count(*) FROM range(100000000000) a, range(1000) b";

    @TempDir
    Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(directory, Clock.systemUTC());
        store.createDatabase(DATABASE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void stateAndRowsAreThereAfterTheNextStart() {
        append(store, "T", 3, "drop-by:a", "it's");
        store.change(DATABASE, database -> {
            Table table = database.table("T").orElseThrow();
            Table next = table.described("folder", "text")
                    .withColumnDocs(Map.of("n", "a number"))
                    .withPolicies(Map.of("merge", "{\"a\":1}"));
            return new Changed<>(database.with(next).ingestingAt(42), null);
        });
        Database before = store.database(DATABASE).orElseThrow();
        store.close();
        store = DuckDbStore.open(directory, Clock.systemUTC());
        assertThat(store.database(DATABASE)).contains(before);
        assertThat(count(store, "T")).isEqualTo(3);
    }

    @Test
    void namesOfDatabasesAreFoundInAnyCase() {
        assertThat(store.database("sAMPLES").map(Database::name)).contains(DATABASE);
    }

    @Test
    void aFailedChangeLeavesEverything() {
        append(store, "T", 3);
        assertThatThrownBy(() -> store.change(DATABASE, database -> {
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(count(store, "T")).isEqualTo(3);
    }

    @Test
    void segmentsThatNoTableHoldsAreDroppedWithTheNextStart() {
        Segment lost = store.write(NUMBERS, numbers(5));
        append(store, "T", 1);
        store.close();
        store = DuckDbStore.open(directory, Clock.systemUTC());
        Table table = store.database(DATABASE).orElseThrow().table("T").orElseThrow();
        Table withLost = table.plus(List.of(Extent.of(lost, List.of(), 0, java.util.OptionalLong.empty())));
        store.change(DATABASE, database -> new Changed<>(database.with(withLost), null));
        assertThatThrownBy(() -> count(store, "T")).hasMessageContaining("x_" + lost.number());
    }

    @Test
    void aSnapshotKeepsSeeingTheRowsOfADroppedTable() {
        append(store, "T", 100);
        try (Snapshot snapshot = store.open(DATABASE)) {
            store.change(DATABASE, database -> new Changed<>(database.without(List.of("T")), null));
            assertThat(count(snapshot, "T")).isEqualTo(100);
        }
        assertThat(store.database(DATABASE).orElseThrow().table("T")).isEmpty();
    }

    @Test
    void readersNeverSeeHalfAMove() throws Exception {
        append(store, "A", 1000);
        append(store, "A", 500);
        store.change(DATABASE, database -> new Changed<>(database.with(Table.empty("B", NUMBERS)), null));
        AtomicBoolean isDone = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<Set<Long>> seen = reader.submit(() -> {
            Set<Long> sums = new java.util.HashSet<>();
            do {
                try (Snapshot snapshot = store.open(DATABASE)) {
                    sums.add(count(snapshot, "A") + count(snapshot, "B"));
                }
            } while (!isDone.get());
            return sums;
        });
        for (int i = 0; i < 20; i++) {
            move(i % 2 == 0 ? "A" : "B", i % 2 == 0 ? "B" : "A");
        }
        isDone.set(true);
        assertThat(seen.get()).containsExactly(1500L);
        reader.shutdown();
    }

    private void move(String from, String to) {
        store.change(DATABASE, database -> {
            Table source = database.table(from).orElseThrow();
            List<Extent> moved = source.extents().stream().map(Extent::copy).toList();
            Set<UUID> gone = source.extents().stream().map(Extent::id).collect(Collectors.toSet());
            Database next = database.with(source.minus(gone))
                    .with(database.table(to).orElseThrow().plus(moved));
            return new Changed<>(next, null);
        });
    }

    @Test
    void rowsOfBeforeAColumnWasAddedReadAsAbsent() {
        append(store, "T", 1);
        Schema wider = Schema.of(
                new Column("s", KqlType.STRING), new Column("n", KqlType.LONG), new Column("d", KqlType.DATETIME));
        store.change(
                DATABASE,
                database -> new Changed<>(
                        database.with(database.table("T").orElseThrow().withSchema(wider)), null));
        try (Snapshot snapshot = store.open(DATABASE);
                Rows rows = snapshot.run(
                        wider,
                        "SELECT c0, c1, c2 FROM "
                                + snapshot.catalog().table("T").orElseThrow().relation(),
                        LIMIT)) {
            rows.next();
            assertThat(rows.value(0)).isEqualTo("");
            assertThat(rows.value(1)).isEqualTo(1L);
            assertThat(rows.value(2)).isNull();
        }
    }

    @Test
    void aStatementIsStoppedAtItsLimit() {
        try (Snapshot snapshot = store.open(DATABASE)) {
            assertThatThrownBy(() ->
                            snapshot.run(NUMBERS, SLOW, Duration.ofMillis(100)).next())
                    .isInstanceOfSatisfying(
                            RemoteException.class, e -> assertThat(e.status()).isEqualTo(504));
        }
    }

    @Test
    void aStatementCanBeCancelled() throws Exception {
        try (Snapshot snapshot = store.open(DATABASE)) {
            ExecutorService other = Executors.newSingleThreadExecutor();
            Future<?> query =
                    other.submit(() -> snapshot.run(NUMBERS, SLOW, LIMIT).next());
            while (!query.isDone()) {
                snapshot.cancel();
                Thread.onSpinWait();
            }
            assertThatThrownBy(query::get).hasMessageContaining("cancelled");
            other.shutdown();
        }
    }

    @Test
    void aSecondStoreInTheSameDirectoryIsRefused() {
        assertThatThrownBy(() -> DuckDbStore.open(directory, Clock.systemUTC()))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("another emulator uses the data directory");
    }

    @Test
    void resultsOfAStatementBecomeASegment() {
        append(store, "T", 10);
        Segment saved;
        try (Snapshot snapshot = store.open(DATABASE)) {
            String relation = snapshot.catalog().table("T").orElseThrow().relation();
            saved = snapshot.save(NUMBERS, "SELECT c0 FROM " + relation + " WHERE c0 > 7", LIMIT);
            snapshot.keep();
        }
        assertThat(saved.rows()).isEqualTo(3);
    }

    @Test
    void aTableOfOneSnapshotIsReadLikeAnyOther() {
        try (Snapshot snapshot = store.open(DATABASE)) {
            snapshot.add("$command_results", NUMBERS, List.of(List.of(1L), List.of(2L)));
            assertThat(count(snapshot, "$command_results")).isEqualTo(2);
        }
    }

    @Test
    void functionsViewsAndRolesSurviveARestart() {
        DatabaseFunction function =
                new DatabaseFunction(new StoredFunction("F", "(a:long)", "{ a }"), "folder", "doc", true);
        MaterializedView view = new MaterializedView(
                "V",
                new Definition("T", "T | count", 2, true, "", "", false, "1d", "At"),
                Schema.of(new Column("a", KqlType.LONG)),
                1,
                2);
        RoleAssignment role =
                new RoleAssignment(new Scope(Scope.Kind.TABLE, "1-2"), Role.INGESTOR, "aadapp=a;b", "notes");
        Entities entities = Entities.NONE.with(function).with(view).withRoles(List.of(role));
        store.change(DATABASE, database -> new Changed<>(database.withEntities(entities), ""));
        store.close();
        store = DuckDbStore.open(directory, Clock.systemUTC());
        assertThat(store.database(DATABASE).orElseThrow().entities()).isEqualTo(entities);
    }
}
