package io.adxflow.emulator.command.extent;

import static io.adxflow.emulator.command.language.CommandProblem.UNMERGEABLE;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.AsyncCommand;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

// .merge [async] T ( {GUID,} ) [with (rebuild)]
/**
 * Makes one extent of several, which must have the same {@code drop-by} tags; it gets the tags of all. Rows keep their ingestion
 * times.
 */
public record MergeExtents(TableName table, List<UUID> ids, Span span) implements Command {
    private static final Schema ANSWER =
            AnswerSchema.of("OriginalExtentId string, ResultExtentId string, Duration timespan");

    public static Command read(CommandReader reader) {
        boolean isAsync = reader.take("async");
        TableName table = TableName.read(reader);
        int start = reader.position();
        List<UUID> ids = reader.list(reader::guid);
        Span span = new Span(start, reader.position());
        Properties.read(reader);
        return AsyncCommand.of(isAsync, "ExtentsMerge", new MergeExtents(table, ids, span));
    }

    @Override
    public void authorize(CommandContext context) {
        Command.require(Right.ADMINISTER, context, table);
    }

    @Override
    public CommandResult run(CommandContext context) {
        long start = context.store().now();
        List<Extent> extents = extents(context.database());
        requireAlike(context.database(), extents);
        Segment segment;
        try (Snapshot snapshot = context.open()) {
            segment = snapshot.merge(table.in(snapshot.database()), extents(snapshot.database()));
            snapshot.keep();
        }
        return context.place(List.of(segment), database -> merged(context, database, extents, segment, start));
    }

    /** What has gone, or is another one now, fails all. */
    private List<Extent> extents(Database database) {
        return Selection.ofIds(ids, Optional.of(table.value()), table.source(), span)
                .held(database, CreationRange.ANY_TIME)
                .stream()
                .map(Selection.Held::extent)
                .toList();
    }

    private Changed<CommandResult> merged(
            CommandContext context, Database database, List<Extent> extents, Segment segment, long start) {
        if (!extents(database).equals(extents)) {
            throw bad("they were changed meanwhile");
        }
        Table holder = table.in(database);
        Extent merged = Extent.merged(segment, extents);
        Set<UUID> gone = extents.stream().map(Extent::id).collect(Collectors.toSet());
        long duration = context.store().now() - start;
        return new Changed<>(
                database.with(holder.minus(gone).plus(List.of(merged))),
                CommandResult.of(
                        ANSWER,
                        extents.stream()
                                .map(extent -> CommandResult.row(
                                        extent.id().toString(), merged.id().toString(), duration))
                                .toList()));
    }

    private void requireAlike(Database database, List<Extent> extents) {
        boolean isAwaited = database.entities().views().values().stream()
                .anyMatch(view -> view.source().equals(table.value()) && !view.isEnabled());
        if (isAwaited) {
            throw bad("a materialized view that is disabled has yet to see them");
        }
        if (extents.isEmpty()
                || extents.stream().map(Extent::dropTags).distinct().count() > 1) {
            throw bad("they need the same drop-by tags");
        }
    }

    private UserException bad(String why) {
        return UNMERGEABLE.at(span, table.value(), why).in(table.source()).toException();
    }
}
