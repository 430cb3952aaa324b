package io.adxflow.emulator.command.policy;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import java.util.List;
import java.util.OptionalLong;

/**
 * Rows that a policy made, stored and not yet in their table.
 *
 * @param tags of the extent that they become
 * @param createdOn of that extent, in ticks; nothing for the time at which it comes into the table
 */
record Derived(String table, Segment segment, List<String> tags, OptionalLong createdOn, boolean isReplacing) {
    /** As what the policies of other tables see. */
    Arrival arrival(long now) {
        List<Extent> extents = segment.rows() == 0 ? List.of() : List.of(extent(now, OptionalLong.of(now)));
        return new Arrival(table, extents, isReplacing, true);
    }

    /** As what comes into the table, with the cursor value of the database. */
    Arrival arrival(Database database, long now) {
        Table target = database.tables().get(table);
        OptionalLong cursor = target.isTimed() ? OptionalLong.of(database.cursor()) : OptionalLong.empty();
        List<Extent> extents = segment.rows() == 0 ? List.of() : List.of(extent(now, cursor));
        return new Arrival(table, extents, isReplacing, true);
    }

    private Extent extent(long now, OptionalLong cursor) {
        return Extent.of(segment, tags, createdOn.orElse(now), cursor);
    }
}
