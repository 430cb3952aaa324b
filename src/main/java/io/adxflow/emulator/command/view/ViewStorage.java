package io.adxflow.emulator.command.view;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.HiddenText;
import io.adxflow.emulator.command.table.SchemaChange;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rows that materialized views have seen. An ingestion into a source hands its extents over to the storage of each of its
 * views in the same step, without copying a row: the segments are shared. What later leaves the source, by retention or by a
 * command, stays in the storage.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/materialized-views/materialized-view-overview">Materialized
 *     views</a>
 */
public final class ViewStorage {
    private ViewStorage() {}

    /** The storages belong to their views: they are changed and dropped with them. */
    public static Database require(CommandContext context, Database before, Database database) {
        database.entities().views().values().stream()
                .filter(view -> database.table(view.storage()).isEmpty())
                .findFirst()
                .ifPresent(view -> {
                    throw CommandProblem.UNCHANGEABLE_VIEW
                            .at(Span.at(0), view.name(), "table '" + view.storage() + "' holds its rows")
                            .in(new SourceText(
                                    "command", HiddenText.mask(context.request().text())))
                            .toException();
                });
        return database;
    }

    /** The state after a change of the sources, with the storages that follow from it. */
    public static Database follow(CommandContext context, Database before, Database after) {
        long now = context.store().now();
        Database next = after;
        for (MaterializedView view : after.entities().views().values()) {
            boolean isOld = before.entities().views().containsKey(view.name());
            Optional<Table> source = after.table(view.source());
            if (isOld && view.isEnabled() && source.isPresent()) {
                next = followed(before, next, view, source.get(), now);
            }
        }
        return next;
    }

    private static Database followed(Database before, Database next, MaterializedView view, Table source, long now) {
        Set<UUID> old = before.tables().values().stream()
                .flatMap(table -> table.extents().stream())
                .map(Extent::id)
                .collect(Collectors.toSet());
        List<Extent> added = source.extents().stream()
                .filter(extent -> !old.contains(extent.id()) && isAfter(extent, before.cursor()))
                .toList();
        if (!source.schema().columns().containsAll(view.seen().columns())) {
            return disabled(next, view, before.cursor());
        }
        Schema seen = view.definition().isAutoUpdated() ? source.schema() : view.seen();
        return added.isEmpty() && seen.equals(view.seen()) ? next : with(next, view.seeing(seen), source, added, now);
    }

    /** A source without a column that the view is about: it is disabled, as in Kusto, and keeps what it has seen. */
    private static Database disabled(Database database, MaterializedView view, long cursor) {
        MaterializedView next = view.with(view.definition().enabled(false)).materialized(cursor, view.lastRun());
        return database.withEntities(database.entities().with(next));
    }

    /** The view over extents of its source that it has not seen yet. */
    static Database with(Database database, MaterializedView view, Table source, List<Extent> extents, long now) {
        Table storage = database.table(view.storage())
                .orElseGet(() -> Table.empty(view.storage(), view.seen()).hidden(true));
        List<Extent> seen = new ArrayList<>();
        extents.forEach(extent -> seen.add(SchemaChange.onlyWith(extent.copy(), source.schema())));
        MaterializedView next = view.materialized(database.cursor(), now);
        return database.with(storage.withSchema(view.seen()).plus(seen))
                .withEntities(database.entities().with(next));
    }

    /** The extents of the source that were ingested after the view was disabled; they are never merged before. */
    static List<Extent> unseen(MaterializedView view, Table source) {
        return source.extents().stream()
                .filter(extent -> isAfter(extent, view.materializedTo()))
                .toList();
    }

    private static boolean isAfter(Extent extent, long cursor) {
        return extent.ingested().isPresent() && extent.ingested().getAsLong() > cursor;
    }
}
