package io.adxflow.emulator.command.ingestion;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.policy.Arrival;
import io.adxflow.emulator.command.policy.Arriving;
import io.adxflow.emulator.command.policy.UpdatePolicies;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes stored segments visible as extents of a table: all of them at one moment, or none. */
public final class Ingestion {
    private final CommandContext context;
    private final IngestionProperties properties;

    /** The extents of the table, and with them those that update policies made. */
    private record Added(List<Extent> own, List<Arrival> everywhere) {}

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
        Added added =
                UpdatePolicies.place(context, segments, database -> added(database, segments, isReplacing, table));
        added.everywhere().stream()
                .filter(arrival -> !arrival.extents().isEmpty())
                .forEach(arrival -> ExtentMerge.in(context.store(), context.databaseName(), arrival.table()));
        return added.own();
    }

    private Arriving<Added> added(
            Database database, List<Segment> segments, boolean isReplacing, Function<Database, Table> finder) {
        Table table = finder.apply(database);
        if (properties.isIngestedIn(table)) {
            return new Arriving<>(database, List.of(), derived -> new Added(List.of(), List.of()));
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
        Arrival arrival = new Arrival(table.name(), added, isReplacing, true);
        boolean isEmpty = added.isEmpty() && !isReplacing;
        return new Arriving<>(
                next.with(base.plus(added)),
                isEmpty ? List.of() : List.of(arrival),
                derived -> new Added(
                        added,
                        Stream.concat(Stream.of(arrival), derived.stream()).toList()));
    }

    public static boolean isTimed(Table table) {
        return table.isTimed();
    }
}
