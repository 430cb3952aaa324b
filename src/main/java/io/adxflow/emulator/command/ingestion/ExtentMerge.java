package io.adxflow.emulator.command.ingestion;

import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Store;
import io.adxflow.emulator.store.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes one extent of many small ones with the same {@code drop-by} tags, as Kusto does in the background: a query over hundreds
 * of extents is slow, and each takes memory. Rows keep their ingestion times; the tags are those of all. The merge policy of the
 * table can forbid it.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/merge-policy">Merge policy</a>
 */
public final class ExtentMerge {
    private static final int MOST_SMALL_EXTENTS = 64;
    private static final long SMALL_ROWS = 200_000;
    private static final int MOST_TAG_CHARACTERS = 1_000_000;

    private ExtentMerge() {}

    /** Merges when a table got too many. What others change meanwhile wins. */
    public static void in(Store store, String database, String tableName) {
        Database state = store.database(database).orElseThrow();
        state.table(tableName).filter(table -> !isAwaited(state, table)).ifPresent(table -> merge(store, state, table));
        state.entities().views().values().stream()
                .filter(view -> view.source().equals(tableName))
                .flatMap(view -> state.table(view.storage()).stream())
                .forEach(storage -> merge(store, state, storage));
    }

    /** A view that was disabled asks later which extents it has not seen. */
    private static boolean isAwaited(Database database, Table source) {
        return database.entities().views().values().stream()
                .anyMatch(view -> view.source().equals(source.name()) && !view.isEnabled());
    }

    private static void merge(Store store, Database database, Table table) {
        if (table.extents().size() <= MOST_SMALL_EXTENTS || !PolicyKind.MERGE.allows(table, "AllowMerge")) {
            return;
        }
        Map<Set<String>, List<Extent>> small = table.extents().stream()
                .filter(extent -> extent.segment().rows() <= SMALL_ROWS)
                .collect(Collectors.groupingBy(Extent::dropTags));
        for (List<Extent> extents : small.values()) {
            if (extents.size() > MOST_SMALL_EXTENTS && tagCharacters(extents) <= MOST_TAG_CHARACTERS) {
                merge(store, database.name(), table, extents);
            }
        }
    }

    private static int tagCharacters(List<Extent> extents) {
        return extents.stream()
                .flatMap(extent -> extent.tags().stream())
                .distinct()
                .mapToInt(String::length)
                .sum();
    }

    private static void merge(Store store, String database, Table table, List<Extent> extents) {
        Segment segment;
        try (Snapshot snapshot = store.open(database)) {
            if (!isUnchanged(snapshot.database(), table, extents)) {
                return;
            }
            segment = snapshot.merge(table, extents);
            snapshot.keep();
        }
        boolean isMerged = store.change(database, state -> merged(state, table, extents, segment));
        if (!isMerged) {
            store.discard(List.of(segment));
        }
    }

    private static Changed<Boolean> merged(Database state, Table table, List<Extent> extents, Segment segment) {
        if (!isUnchanged(state, table, extents)) {
            return new Changed<>(state, false);
        }
        Set<UUID> gone = extents.stream().map(Extent::id).collect(Collectors.toSet());
        Table next = state.tables().get(table.name()).minus(gone).plus(List.of(Extent.merged(segment, extents)));
        return new Changed<>(state.with(next), true);
    }

    private static boolean isUnchanged(Database state, Table table, List<Extent> extents) {
        return state.table(table.name())
                .filter(now -> now.id().equals(table.id()) && now.schema().equals(table.schema()))
                .filter(now -> new HashSet<>(now.extents()).containsAll(extents))
                .isPresent();
    }
}
