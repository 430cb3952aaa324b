package io.adxflow.emulator.store;

import java.util.List;
import java.util.Optional;

/**
 * Rows of a table that are to go.
 *
 * @param extents those that lose rows
 * @param strangers how many of the rows were no rows of the table
 */
public record Deletion(List<Shrunk> extents, long strangers) {
    public Deletion {
        extents = List.copyOf(extents);
    }

    /** An extent that loses rows, and those that it keeps, if any. */
    public record Shrunk(Extent extent, long deleted, Optional<Segment> kept) {}

    /** The segments that a change must place, or that must be discarded. */
    public List<Segment> segments() {
        return extents.stream().flatMap(shrunk -> shrunk.kept().stream()).toList();
    }

    public long rows() {
        return extents.stream().mapToLong(Shrunk::deleted).sum();
    }
}
