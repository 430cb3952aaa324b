package io.adxflow.emulator.command.continuous;

import static io.adxflow.emulator.command.language.CommandProblem.BAD_CONTINUOUS_EXPORT;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.export.ContinuousRun;
import io.adxflow.emulator.command.external.ExternalName;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.Queries;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.ContinuousExport;
import io.adxflow.emulator.store.ContinuousExport.Definition;
import io.adxflow.emulator.store.ContinuousExport.Progress;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.TimespanText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

// .create-or-alter continuous-export NAME [over ( {T,} )] to table X
// [with ( intervalBetweenRuns = TIMESPAN, forcedLatency = TIMESPAN, sizeLimit = N, … )] <| QUERY
/**
 * Exports the rows that come into tables from now on to an external table, again and again. Tables behind {@code over} have only
 * their new rows in the query, others all; without it every table has only its new rows.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-export/create-alter-continuous">.create-or-alter
 *     continuous-export</a>
 */
public record CreateContinuousExport(
        ContinuousName name, List<TableName> facts, ExternalName table, Definition definition, QueryText query)
        implements Command {
    private static final long SHORTEST = TimespanText.TICKS_PER_MINUTE;
    private static final long USUAL = TimespanText.TICKS_PER_HOUR;
    private static final List<String> KEPT = List.of(
            "sizelimit", "distributed", "parquetrowgroupsize", "usenativeparquetwriter", "parquetdatetimeprecision");

    public static Command read(CommandReader reader) {
        ContinuousName name = ContinuousName.read(reader);
        List<TableName> facts = reader.take("over") ? reader.list(() -> TableName.read(reader)) : List.of();
        reader.expect("to table");
        ExternalName table = ExternalName.read(reader);
        Properties properties = Properties.read(reader);
        long interval = span(properties, "intervalBetweenRuns", USUAL, SHORTEST, "a timespan of a minute at least");
        long latency = span(properties, "forcedLatency", 0, 1, "a timespan");
        Map<String, String> kept = kept(properties, reader);
        reader.expectSymbol("<|");
        QueryText query = reader.rest();
        Definition definition = new Definition(
                table.value(),
                query.text().strip(),
                facts.stream().map(TableName::value).toList(),
                interval,
                latency,
                kept);
        return new CreateContinuousExport(name, facts, table, definition, query);
    }

    private static long span(Properties properties, String name, long otherwise, long least, String expected) {
        Optional<String> text = properties.text(name);
        OptionalLong ticks = text.map(TimespanText::ticks).orElse(OptionalLong.of(otherwise));
        if (text.isPresent() && (ticks.isEmpty() || ticks.getAsLong() < least)) {
            throw properties.bad(name, expected);
        }
        return ticks.getAsLong();
    }

    private static Map<String, String> kept(Properties properties, CommandReader reader) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String property : properties.names()) {
            if (KEPT.contains(property)) {
                kept.put(property, properties.text(property).orElseThrow());
            } else if (!List.of("intervalbetweenruns", "forcedlatency").contains(property)) {
                throw reader.unsupported("the property '" + property + "' of a continuous export");
            }
        }
        for (String number : List.of("sizelimit", "parquetrowgroupsize")) {
            if (!kept.getOrDefault(number, "1").matches("[1-9]\\d{0,11}")) {
                throw properties.bad(number, "a number");
            }
        }
        return kept;
    }

    @Override
    public void authorize(CommandContext context) {
        context.access().require(Right.ADMINISTER, context.database());
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database now = context.database();
        exported(now).forEach(this::requireCursor);
        requireOpen(context);
        ContinuousRun.check(context, table.in(now), definition, query);
        return context.change(database -> {
            ContinuousExport next =
                    name.find(database).map(old -> old.with(definition)).orElseGet(() -> started(context, database));
            return new Changed<>(
                    database.withEntities(database.entities().with(next)),
                    ShowContinuousExports.answer(context, database, List.of(next)));
        });
    }

    /** The tables whose new rows are exported. */
    private List<Table> exported(Database database) {
        return facts.isEmpty()
                ? database.tables().values().stream()
                        .filter(table -> definition
                                .query()
                                .matches("(?s).*(?<![\\w$])" + Pattern.quote(table.name()) + "(?![\\w$]).*"))
                        .toList()
                : facts.stream().map(fact -> fact.in(database)).toList();
    }

    private ContinuousExport started(CommandContext context, Database database) {
        Progress progress = new Progress(database.cursor(), 0, context.store().now(), "");
        return new ContinuousExport(name.value(), definition, true, database.cursor(), progress);
    }

    private void requireCursor(Table fact) {
        if (!fact.isTimed()) {
            throw refused(
                    "table '" + fact.name() + "' does not keep when rows came in, its policy ingestiontime is off");
        }
        if (PolicyKind.ROW_LEVEL_SECURITY.isOn(fact)) {
            throw refused("table '" + fact.name() + "' has row-level security, and an export has no managed identity");
        }
        if (PolicyKind.RESTRICTED_VIEW_ACCESS.isOn(fact)) {
            throw refused("table '" + fact.name() + "' has the policy restricted_view_access");
        }
    }

    /** It runs for nobody in particular, and so would see too much or nothing. */
    private void requireOpen(CommandContext context) {
        try (Snapshot snapshot = context.open()) {
            if (Queries.readsSecuredRows(context, snapshot, query)) {
                throw refused("its query reads a table with row-level security");
            }
        }
    }

    private UserException refused(String why) {
        Span span = name.name().span();
        return BAD_CONTINUOUS_EXPORT
                .at(span, name.value(), why)
                .in(name.source())
                .toException();
    }
}
