package io.adxflow.emulator.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a database.
 *
 * @param changes how often its entities have changed
 * @param journal the last changes, the oldest first
 * @param dropped the last drop of each name that can be undone
 */
public record History(long changes, List<JournalEntry> journal, List<DroppedTable> dropped) {
    public static final History NONE = new History(0, List.of(), List.of());

    private static final int MOST = 1_000;

    public History {
        journal = List.copyOf(journal);
        dropped = List.copyOf(dropped);
    }

    /** As commands write it: {@code v1.17}. */
    public String version() {
        return version(changes);
    }

    public static String version(long changes) {
        return "v1." + changes;
    }

    /** One version later, with these changes. */
    public History plus(List<JournalEntry> more) {
        List<JournalEntry> next = new ArrayList<>(journal);
        next.addAll(more);
        return new History(changes + 1, next.subList(Math.max(0, next.size() - MOST), next.size()), dropped);
    }

    /** With this table, in place of another one of its name. */
    public History plus(DroppedTable table) {
        List<DroppedTable> next = new ArrayList<>(dropped);
        next.removeIf(one -> one.table().name().equals(table.table().name()));
        next.add(table);
        return new History(changes, journal, next);
    }

    public History without(DroppedTable table) {
        return withDropped(dropped.stream().filter(one -> one != table).toList());
    }

    public History withDropped(List<DroppedTable> next) {
        return new History(changes, journal, next);
    }

    public Optional<DroppedTable> dropped(String table) {
        return dropped.stream().filter(one -> one.table().name().equals(table)).findFirst();
    }
}
