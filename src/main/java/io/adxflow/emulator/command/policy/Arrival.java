package io.adxflow.emulator.command.policy;

import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import java.util.List;

/**
 * Rows that come into a table.
 *
 * @param isReplacing whether they take the place of all rows of the table
 * @param isIngested whether they are new to the database, and not moved from another table
 */
public record Arrival(String table, List<Extent> extents, boolean isReplacing, boolean isIngested) {
    public Arrival {
        extents = List.copyOf(extents);
    }

    List<Segment> segments() {
        return extents.stream().map(Extent::segment).toList();
    }
}
