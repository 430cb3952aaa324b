package io.adxflow.emulator.endpoint;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.http.Request;
import io.adxflow.emulator.command.language.Access;
import io.adxflow.emulator.command.language.GuardedCatalog;
import io.adxflow.emulator.command.language.RequestLog;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.RunningRequest;
import io.adxflow.emulator.protocol.Answer;
import io.adxflow.emulator.protocol.AnswerOptions;
import io.adxflow.emulator.protocol.AnswerTable;
import io.adxflow.emulator.protocol.ErrorBody;
import io.adxflow.emulator.protocol.ListRows;
import io.adxflow.emulator.protocol.QueryRequest;
import io.adxflow.emulator.protocol.RequestInfo;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.ExternalReader;
import io.adxflow.emulator.store.Rows;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.Kql;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.CompiledQuery;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.language.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs a query as far as its first row, so that what is wrong with it is known before the answer begins. */
public final class Queries {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** What the documentation says is the result of a validation; it does not name the column. */
    private static final AnswerTable MAY_RUN = new AnswerTable(
            "PrimaryResult",
            Optional.empty(),
            false,
            () -> new ListRows(Schema.of(new Column("Result", KqlType.STRING)), List.of(List.of("OK"))));

    private final Store store;
    private final ExternalReader externals;
    private final Databases databases;
    private final Exchanges exchanges;
    private final AccessCheck access;
    private final RequestLog log;

    Queries(
            Store store,
            ExternalReader externals,
            Databases databases,
            Exchanges exchanges,
            AccessCheck access,
            RequestLog log) {
        this.store = store;
        this.externals = externals;
        this.databases = databases;
        this.exchanges = exchanges;
        this.access = access;
        this.log = log;
    }

    AnswerBody run(QueryRequest query, Request request, RequestInfo info, AnswerBody.Format format) {
        AnswerOptions.from(query.options());
        Database asked = databases.named(query.database());
        Access sender = access.of(request);
        sender.require(Right.READ, asked);
        String database = asked.name();
        Snapshot snapshot = store.open(database);
        snapshot.reading(externals);
        request.onDisconnect(snapshot::cancel);
        RunningRequest running =
                log.begin(query.text(), database, sender, exchanges.origin(request, info), snapshot::cancel);
        try {
            CompiledQuery compiled = Kql.compile(
                    new SourceText("query", query.text()),
                    GuardedCatalog.of(snapshot.catalog(), sender, snapshot.database(), store::database),
                    context(query, database, sender.principal()));
            AnswerOptions options = AnswerOptions.from(compiled.options());
            Optional<String> cursor =
                    compiled.comparesCursors() ? Optional.of(snapshot.catalog().cursor()) : Optional.empty();
            List<AnswerTable> tables = AnswerOptions.isValidation(query.options())
                    ? List.of(MAY_RUN)
                    : tables(compiled, snapshot, AnswerOptions.timeout(query.options(), LIMIT));
            return new AnswerBody(
                    new Answer(tables, options, info, cursor, told(running), exchanges.clock()),
                    format,
                    snapshot,
                    running);
        } catch (RuntimeException | Error e) {
            running.failed(e);
            snapshot.close();
            throw e;
        }
    }

    private static Function<RuntimeException, ErrorBody> told(RunningRequest running) {
        return failure -> {
            running.failed(failure);
            return Failures.body(failure);
        };
    }

    /** What a query is told beside its text. */
    QueryContext context(QueryRequest query, String database, String user) {
        long now = AnswerOptions.queryTime(query.options()).orElseGet(store::now);
        return new QueryContext(now, query.parameters(), database, "localhost", user, query.options());
    }

    private static List<AnswerTable> tables(CompiledQuery compiled, Snapshot snapshot, Duration limit) {
        List<AnswerTable> tables = new ArrayList<>();
        for (CompiledResult result : compiled.results()) {
            Supplier<Rows> rows = () -> snapshot.run(result.schema(), result.sql(), limit);
            if (tables.isEmpty()) {
                Rows first = new PrimedRows(rows.get());
                rows = () -> first;
            }
            tables.add(new AnswerTable(result.name(), result.visualization(), result.isOrdered(), rows));
        }
        return tables;
    }
}
