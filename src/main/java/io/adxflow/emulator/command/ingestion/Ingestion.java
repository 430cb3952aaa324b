package io.adxflow.emulator.command.ingestion;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Makes stored segments visible as extents of a table: all of them at one moment, or none. */
public final class Ingestion {
    private final CommandContext context;
    private final IngestionProperties properties;

    Ingestion(CommandContext context, IngestionProperties properties) {
        this.context = context;
        this.properties = properties;
    }

    /**
     * Adds the segments to a table, unless it already has what they are. What is not added is deleted.
     *
     * @param table finds or makes the table in the state that the change starts from
     * @return the new extents
     */
    List<Extent> add(List<Segment> segments, boolean isReplacing, Function<Database, Table> table) {
        List<Extent> added = context.place(segments, database -> added(database, segments, isReplacing, table));
        List<Segment> unused = segments.stream()
                .filter(segment ->
                        added.stream().noneMatch(extent -> extent.segment().number() == segment.number()))
                .toList();
        context.store().discard(unused);
        mergeHolder(added);
        return added;
    }

    private void mergeHolder(List<Extent> added) {
        added.stream()
                .findFirst()
                .flatMap(extent -> context.database().holderOf(extent.id()))
                .ifPresent(table -> ExtentMerge.in(context.store(), context.databaseName(), table.name()));
    }

    private Changed<List<Extent>> added(
            Database database, List<Segment> segments, boolean isReplacing, Function<Database, Table> finder) {
        Table table = finder.apply(database);
        if (properties.isIngestedIn(table)) {
            return new Changed<>(database, List.of());
        }
        Database next = database.ingestingAt(context.store().now());
        OptionalLong cursor = isTimed(table) ? OptionalLong.of(next.cursor()) : OptionalLong.empty();
        long createdOn = properties.creationTime().orElse(context.store().now());
        List<Extent> added = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.rows() > 0) {
                added.add(Extent.of(segment, properties.tags(), createdOn, cursor));
            }
        }
        Table base = isReplacing ? table.withExtents(List.of()) : table;
        return new Changed<>(next.with(base.plus(added)), added);
    }

    public static boolean isTimed(Table table) {
        return table.isTimed();
    }
}
