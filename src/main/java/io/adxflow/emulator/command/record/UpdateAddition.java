package io.adxflow.emulator.command.record;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.extent.CreationRange;
import io.adxflow.emulator.command.extent.ExtentMoves;
import io.adxflow.emulator.command.extent.Selection;
import io.adxflow.emulator.command.ingestion.IngestFromQuery;
import io.adxflow.emulator.command.ingestion.Ingestion;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.table.SchemaChange;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.CompiledResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** What an update adds to its table. */
sealed interface UpdateAddition {
    /** Finds or stores what is to be added, at the moment of the snapshot. */
    Found find(CommandContext context, Snapshot snapshot);

    /** Whether its rows are new to the database. */
    default boolean isIngested() {
        return this instanceof Rows;
    }

    /** Something that was found, to be added at a later moment. */
    interface Found {
        /** What was stored for it. */
        List<Segment> segments();

        /** The database with it. */
        Database addTo(Database database, long now);

        /** Of an extent that would be added, before it is. */
        List<Extent> preview();
    }

    /** The rows of a query, by its name. */
    record Rows(TableName target, Name name, QueryText query) implements UpdateAddition {
        @Override
        public Found find(CommandContext context, Snapshot snapshot) {
            CompiledResult compiled =
                    Queries.compileLonger(context, snapshot, query, UpdateTable.tail(query) + name.value());
            IngestFromQuery.requireTypes(target.in(snapshot.database()), compiled.schema(), query);
            Table table = target.in(snapshot.database());
            return new StoredRows(
                    target,
                    snapshot.save(
                            table.schema(), compiled.sql(), context.request().limit()));
        }
    }

    /** Rows that have been stored. */
    record StoredRows(TableName target, Segment segment) implements Found {
        @Override
        public List<Segment> segments() {
            return List.of(segment);
        }

        @Override
        public List<Extent> preview() {
            return segment.rows() == 0 ? List.of() : List.of(Extent.of(segment, List.of(), 0, OptionalLong.empty()));
        }

        @Override
        public Database addTo(Database database, long now) {
            if (segment.rows() == 0) {
                return database;
            }
            Database next = database.ingestingAt(now);
            Table table = target.in(next);
            OptionalLong cursor = Ingestion.isTimed(table) ? OptionalLong.of(next.cursor()) : OptionalLong.empty();
            Extent added = SchemaChange.onlyWith(Extent.of(segment, List.of(), now, cursor), table.schema());
            return next.with(table.plus(List.of(added)));
        }
    }

    /**
     * The extents of another table.
     *
     * @param tags when there are any, only extents with one of them
     */
    record Extents(TableName target, TableName source, List<String> tags) implements UpdateAddition {
        @Override
        public Found find(CommandContext context, Snapshot snapshot) {
            Table table = source.in(snapshot.database());
            List<UUID> ids = table.extents().stream()
                    .filter(extent -> tags.isEmpty() || extent.tags().stream().anyMatch(tags::contains))
                    .map(Extent::id)
                    .toList();
            Span span = source.name().span();
            Selection selection = Selection.ofIds(ids, Optional.of(source.value()), source.source(), span);
            return new ChosenExtents(target, selection, selection.held(snapshot.database(), CreationRange.ANY_TIME));
        }
    }

    /** Extents that have been chosen. */
    record ChosenExtents(TableName target, Selection selection, List<Selection.Held> seen) implements Found {
        @Override
        public List<Segment> segments() {
            return List.of();
        }

        @Override
        public List<Extent> preview() {
            return seen.stream().map(Selection.Held::extent).toList();
        }

        @Override
        public Database addTo(Database database, long now) {
            ExtentMoves moves = new ExtentMoves(database);
            moves.move(selection.held(database, CreationRange.ANY_TIME), target, false, now);
            return moves.database();
        }
    }
}
