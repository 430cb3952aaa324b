package io.adxflow.emulator.store;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An immutable part of a table. Whatever changes it makes another one with a new id.
 *
 * @param minCreatedOn ticks
 * @param maxCreatedOn ticks
 * @param ingested the ingestion time and cursor value of all rows; empty when the segment holds them per row, or when the
 *     rows have none because the policy was off
 */
public record Extent(
        UUID id, Segment segment, List<String> tags, long minCreatedOn, long maxCreatedOn, OptionalLong ingested) {
    private static final String DROP_BY = "drop-by:";

    public Extent {
        tags = tags.stream().distinct().toList();
    }

    /** A new extent of rows that have just been stored. */
    public static Extent of(Segment segment, List<String> tags, long createdOn, OptionalLong ingested) {
        return new Extent(UUID.randomUUID(), segment, tags, createdOn, createdOn, ingested);
    }

    /** The same rows under a new id. */
    public Extent copy() {
        return new Extent(UUID.randomUUID(), segment, tags, minCreatedOn, maxCreatedOn, ingested);
    }

    /** The same rows under a new id with other tags. */
    public Extent tagged(List<String> next) {
        return new Extent(UUID.randomUUID(), segment, next, minCreatedOn, maxCreatedOn, ingested);
    }

    /** One extent in place of several, with the tags of all. */
    public static Extent merged(Segment segment, List<Extent> extents) {
        return new Extent(
                UUID.randomUUID(),
                segment,
                extents.stream().flatMap(extent -> extent.tags().stream()).toList(),
                extents.stream().mapToLong(Extent::minCreatedOn).min().orElseThrow(),
                extents.stream().mapToLong(Extent::maxCreatedOn).max().orElseThrow(),
                OptionalLong.empty());
    }

    /** The tags that keep it from being merged with extents that have others. */
    public Set<String> dropTags() {
        return tags.stream().filter(tag -> tag.startsWith(DROP_BY)).collect(Collectors.toSet());
    }

    /** Some of the rows under a new id. */
    public Extent shrunk(Segment kept) {
        return new Extent(UUID.randomUUID(), kept, tags, minCreatedOn, maxCreatedOn, ingested);
    }

    public Extent ingestedAt(long cursor) {
        return new Extent(id, segment, tags, minCreatedOn, maxCreatedOn, OptionalLong.of(cursor));
    }

    public Extent withSegment(Segment next) {
        return new Extent(id, next, tags, minCreatedOn, maxCreatedOn, ingested);
    }
}
