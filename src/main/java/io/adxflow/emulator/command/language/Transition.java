package io.adxflow.emulator.command.language;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Two states of a database, and what differs. */
public record Transition(Database before, Database after) {
    /** A table that is not what it was. */
    public record TableChange(Optional<Table> before, Optional<Table> after) {
        public boolean isCreated() {
            return before.isEmpty();
        }

        public boolean isDropped() {
            return after.isEmpty();
        }

        public String name() {
            return before.or(() -> after).map(Table::name).orElseThrow();
        }

        /** Whether more than its rows has changed. */
        public boolean isOfDefinition() {
            return !before.map(TableChange::definition).equals(after.map(TableChange::definition));
        }

        private static Table definition(Table table) {
            return table.withExtents(List.of());
        }
    }

    /** Without the tables in which materialized views keep their rows. */
    public List<TableChange> tables() {
        Map<UUID, Table> old = new HashMap<>();
        before.tables().values().forEach(table -> old.put(table.id(), table));
        List<TableChange> changes = new ArrayList<>();
        for (Table table : after.tables().values()) {
            Table was = old.remove(table.id());
            if (was != table && !MaterializedView.isStorage(table.name())) {
                changes.add(new TableChange(Optional.ofNullable(was), Optional.of(table)));
            }
        }
        old.values().stream()
                .filter(table -> !MaterializedView.isStorage(table.name()))
                .forEach(table -> changes.add(new TableChange(Optional.of(table), Optional.empty())));
        return changes;
    }

    /** The table that held each segment before. */
    public Map<Long, UUID> holders() {
        Map<Long, UUID> holders = new HashMap<>();
        for (Table table : before.tables().values()) {
            for (Extent extent : table.extents()) {
                holders.put(extent.segment().number(), table.id());
            }
        }
        return holders;
    }
}
