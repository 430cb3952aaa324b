package io.adxflow.emulator.command.record;

import static io.adxflow.emulator.command.language.CommandProblem.EXTENT_NOT_FOUND;
import static io.adxflow.emulator.command.language.CommandProblem.FOREIGN_ROWS;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Deletion;
import io.adxflow.emulator.store.Deletion.Shrunk;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.CompiledResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of a table that a query of a command names, and what the table is without them. */
record RowsToDelete(TableName table, QueryText query) {
    private static final String IDENTITY = " | project E = extent_id(), R = __row_of_extent()";

    /**
     * Stores what is left of the extents that lose rows.
     *
     * @param name what the query calls the rows, or nothing when it answers them itself
     */
    Deletion store(CommandContext context, Snapshot snapshot, String name) {
        String end = name.isEmpty() ? IDENTITY : name + IDENTITY;
        CompiledResult compiled =
                Queries.compileLonger(context, snapshot, snapshot.numbered(table.value()), query, end);
        Deletion deletion = snapshot.without(
                table.in(snapshot.database()), compiled.sql(), context.request().limit());
        if (deletion.strangers() > 0) {
            throw FOREIGN_ROWS
                    .at(span(), deletion.strangers(), table.value())
                    .withHint("start with the table, and keep its rows: where, extend, project, join kind=leftsemi")
                    .in(query.source())
                    .toException();
        }
        return deletion;
    }

    /** The database without the rows, and what is left of each extent. An extent that has gone since the query ran fails all. */
    Changed<Map<Shrunk, Optional<Extent>>> without(Database database, Deletion deletion) {
        Table now = table.in(database);
        Map<Shrunk, Optional<Extent>> rests = new LinkedHashMap<>();
        for (Shrunk shrunk : deletion.extents()) {
            UUID id = shrunk.extent().id();
            if (now.extent(id).isEmpty()) {
                throw EXTENT_NOT_FOUND
                        .at(span(), id)
                        .withHint("another command moved, dropped or merged it meanwhile")
                        .in(query.source())
                        .toException();
            }
            rests.put(shrunk, shrunk.kept().map(segment -> shrunk.extent().shrunk(segment)));
        }
        Set<UUID> gone =
                rests.keySet().stream().map(shrunk -> shrunk.extent().id()).collect(Collectors.toSet());
        List<Extent> kept = rests.values().stream().flatMap(Optional::stream).toList();
        return new Changed<>(database.with(now.minus(gone).plus(kept)), rests);
    }

    private Span span() {
        return new Span(query.start(), query.end());
    }
}
