package io.adxflow.emulator.command.result;

import static io.adxflow.emulator.command.language.CommandProblem.TOO_MANY_COLUMNS;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.AsyncCommand;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.StoredResult;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.TimespanText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

// .set [async] [ifnotexists] stored_query_result NAME [with ( expiresAfter = TIMESPAN, previewCount = N )] <| QUERY
// .set-or-replace [async] stored_query_result NAME [with (…)] <| QUERY
/**
 * Keeps the rows of a query for later queries of the same principal, for a day at most, and answers with the first of them, or
 * all when no number is given. In the background it answers with none.
 *
 * @param expiresAfter ticks
 * @see <a href="https://learn.microsoft.com/kusto/management/set-stored-query-result-command">.set stored_query_result</a>
 */
public record SetResult(ResultName name, Existing existing, long expiresAfter, long previewCount, QueryText query)
        implements Command {
    private static final long LONGEST = TimespanText.TICKS_PER_DAY;
    private static final int MOST_COLUMNS = 500;

    /** What becomes of a result of the same name. */
    public enum Existing {
        FORBIDDEN,
        KEPT,
        REPLACED
    }

    public static Command read(CommandReader reader, boolean isAsync, Existing existing) {
        ResultName name = ResultName.read(reader);
        Properties properties = Properties.read(reader);
        long expiresAfter = expiresAfter(properties);
        long previewCount = previewCount(properties);
        reader.expectSymbol("<|");
        long shown = isAsync ? 0 : previewCount == 0 ? Long.MAX_VALUE : previewCount;
        String kind = existing == Existing.REPLACED ? "StoredQueryResultSetOrReplace" : "StoredQueryResultSet";
        return AsyncCommand.of(isAsync, kind, new SetResult(name, existing, expiresAfter, shown, reader.rest()));
    }

    private static long expiresAfter(Properties properties) {
        Optional<String> text = properties.text("expiresAfter");
        OptionalLong ticks = text.map(TimespanText::ticks).orElse(OptionalLong.of(LONGEST));
        if (ticks.isEmpty() || ticks.getAsLong() <= 0 || ticks.getAsLong() > LONGEST) {
            throw properties.bad("expiresAfter", "a timespan of at most 24 hours");
        }
        return ticks.getAsLong();
    }

    private static long previewCount(Properties properties) {
        String text = properties.text("previewCount").orElse("0");
        if (!text.matches("\\d{1,9}")) {
            throw properties.bad("previewCount", "a number of rows");
        }
        return Long.parseLong(text);
    }

    @Override
    public void authorize(CommandContext context) {
        context.access().require(Right.READ, context.database());
    }

    @Override
    public CommandResult run(CommandContext context) {
        if (existing == Existing.KEPT && find(context).isPresent()) {
            return shown(context);
        }
        Segment segment = segment(context);
        boolean isUsed = context.place(List.of(segment), database -> {
            Optional<StoredResult> old = database.entities()
                    .result(name.value(), ResultName.principal(context))
                    .filter(one -> one.expiresOn() > context.store().now());
            if (old.isPresent() && existing == Existing.FORBIDDEN) {
                throw name.exists();
            }
            return old.isPresent() && existing == Existing.KEPT
                    ? new Changed<>(database, false)
                    : new Changed<>(database.withEntities(database.entities().with(result(context, segment))), true);
        });
        if (!isUsed) {
            context.store().discard(List.of(segment));
        }
        return shown(context);
    }

    private Optional<StoredResult> find(CommandContext context) {
        return context.database()
                .entities()
                .result(name.value(), ResultName.principal(context))
                .filter(one -> one.expiresOn() > context.store().now());
    }

    private StoredResult result(CommandContext context, Segment segment) {
        long now = context.store().now();
        return new StoredResult(
                UUID.randomUUID(), name.value(), ResultName.principal(context), now, now + expiresAfter, segment);
    }

    private Segment segment(CommandContext context) {
        if (existing == Existing.FORBIDDEN && find(context).isPresent()) {
            throw name.exists();
        }
        try (Snapshot snapshot = context.open()) {
            CompiledResult compiled = Queries.compile(context, snapshot, query);
            int columns = compiled.schema().columns().size();
            if (columns > MOST_COLUMNS) {
                throw TOO_MANY_COLUMNS
                        .at(new Span(query.start(), query.end()), columns, MOST_COLUMNS)
                        .in(query.source())
                        .toException();
            }
            Segment segment = snapshot.save(
                    compiled.schema(), compiled.sql(), context.request().limit());
            snapshot.keep();
            return segment;
        }
    }

    private CommandResult shown(CommandContext context) {
        try (Snapshot snapshot = context.open()) {
            CompiledResult rows = Queries.compile(
                    context,
                    context.readable(snapshot, snapshot.catalog()),
                    query.source(),
                    "stored_query_result('" + name.value() + "') | take " + previewCount,
                    0);
            return CommandResult.of(rows.schema(), Queries.rows(context, snapshot, rows));
        }
    }
}
