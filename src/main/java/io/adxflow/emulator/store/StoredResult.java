package io.adxflow.emulator.store;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The rows that a query had, kept for some hours for who asked for them.
 *
 * @param principal who may read it; an empty text when nobody was asked who they are
 * @param createdOn ticks
 * @param expiresOn ticks
 */
public record StoredResult(UUID id, String name, String principal, long createdOn, long expiresOn, Segment segment) {
    /** Names are those of one principal: others may have results of the same name. */
    public boolean isNamed(String wanted, String owner) {
        return name.equals(wanted) && isOf(owner);
    }

    public boolean isOf(String owner) {
        return principal.equalsIgnoreCase(owner);
    }

    /** The rows as those of a table. */
    public Table table() {
        Extent extent = new Extent(id, segment, List.of(), createdOn, createdOn, OptionalLong.empty());
        return Table.empty(name, segment.schema()).withExtents(List.of(extent));
    }
}
