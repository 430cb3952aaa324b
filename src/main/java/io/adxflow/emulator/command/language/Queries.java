package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.store.Rows;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.kql.Kql;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compiles and runs the queries inside commands. Their diagnostics point into the text of the command. */
public final class Queries {
    private static final String RESULTS = "$command_results";
    private static final Map<String, String> SECURED_BLOCKED = Map.of("request_block_row_level_security", "true");

    private Queries() {}

    /** The source after {@code <|}: a query, or a {@code .show} command with or without a query behind it. */
    public static CompiledResult compile(CommandContext context, Snapshot snapshot, QueryText query) {
        if (!query.isCommand()) {
            return compile(context, snapshot, query.source(), query.inPlace(), 0);
        }
        CommandReader reader = query.reader();
        Command command = context.services().parser().read(reader);
        CommandContext then = context.at(snapshot);
        if (command instanceof PipedCommand piped) {
            return piped.compile(then, snapshot);
        }
        CommandResult result = command.run(then);
        snapshot.add(RESULTS, result.schema(), result.rows());
        return whole(snapshot);
    }

    /** A query behind {@code |} over the rows of a command, or behind {@code ;} over {@code $command_results}. */
    static CompiledResult compileAfter(
            CommandContext context, Snapshot snapshot, CommandResult result, QueryText query, boolean isPiped) {
        snapshot.add(RESULTS, result.schema(), result.rows());
        if (!isPiped) {
            return compile(context, snapshot, query.source(), query.inPlace(), 0);
        }
        String head = RESULTS + " |";
        int blanks = Math.max(query.start() - head.length(), 0);
        String text = query.inPlace().substring(0, blanks) + head + query.text();
        return compile(context, snapshot, query.source(), text, blanks + head.length() - query.start());
    }

    /** A query whose text goes on behind the text of the command. */
    public static CompiledResult compileLonger(CommandContext context, Snapshot snapshot, QueryText query, String end) {
        return compileLonger(context, snapshot, snapshot.catalog(), query, end);
    }

    /** @param catalog one of the snapshot */
    public static CompiledResult compileLonger(
            CommandContext context, Snapshot snapshot, Catalog catalog, QueryText query, String end) {
        String text = query.inPlace() + "\n" + end;
        return compile(context, context.readable(snapshot, catalog), query.source(), text, 0);
    }

    /** Whether a query needs a table or view whose row-level security is on. */
    public static boolean readsSecuredRows(CommandContext context, Snapshot snapshot, QueryText query) {
        QueryContext blocked = new QueryContext(
                context.store().now(), Map.of(), context.databaseName(), "localhost", "", SECURED_BLOCKED);
        try {
            Kql.compile(new SourceText(query.source().name(), query.text()), snapshot.catalog(), blocked);
            return false;
        } catch (UserException e) {
            return e.diagnostics().stream().anyMatch(one -> one.problem() == KqlProblem.ROW_POLICY_BLOCKED);
        }
    }

    public static List<List<Object>> rows(CommandContext context, Snapshot snapshot, CompiledResult query) {
        List<List<Object>> all = new ArrayList<>();
        try (Rows rows =
                snapshot.run(query.schema(), query.sql(), context.request().limit())) {
            int columns = query.schema().columns().size();
            while (rows.next()) {
                List<Object> row = new ArrayList<>(columns);
                for (int i = 0; i < columns; i++) {
                    row.add(rows.value(i));
                }
                all.add(Collections.unmodifiableList(row));
            }
        }
        return all;
    }

    private static CompiledResult compile(
            CommandContext context, Snapshot snapshot, SourceText source, String text, int shift) {
        return compile(context, context.readable(snapshot, snapshot.catalog()), source, text, shift);
    }

    /** A text that stands in for the text of the command, place by place. */
    public static CompiledResult compile(
            CommandContext context, Catalog catalog, SourceText source, String text, int shift) {
        try {
            SourceText query = new SourceText(source.name(), text);
            return Kql.compile(query, catalog, context.request().context())
                    .results()
                    .get(0);
        } catch (UserException e) {
            throw new UserException(e.diagnostics().stream()
                    .map(diagnostic -> inCommand(diagnostic, source, shift))
                    .toList());
        }
    }

    private static Diagnostic inCommand(Diagnostic diagnostic, SourceText source, int shift) {
        return diagnostic
                .moved(span -> new Span(Math.max(span.start() - shift, 0), Math.max(span.end() - shift, 0)))
                .in(source);
    }

    private static CompiledResult whole(Snapshot snapshot) {
        CatalogTable table = snapshot.catalog().table(RESULTS).orElseThrow();
        Schema schema = table.schema();
        String columns = IntStream.range(0, schema.columns().size())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", "));
        return new CompiledResult(
                RESULTS, schema, "SELECT " + columns + " FROM " + table.relation(), false, Optional.empty());
    }
}
