package io.adxflow.emulator.command;

import static io.adxflow.emulator.command.CommandProblem.SCHEMA_MISMATCH;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.stream.Collectors;

// (.set | .append | .set-or-append | .set-or-replace) [async] T [with (…)] <| QUERY
/**
 * Stores the rows of a query in a table. Columns match by position and type.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-ingestion/ingest-from-query">Ingest from query</a>
 */
record IngestFromQuery(Mode mode, TableName target, Properties words, IngestionProperties properties, QueryText query)
        implements Command {
    private static final Schema ANSWER = AnswerSchema.of("ExtentId guid, OriginalSize real, ExtentSize real,"
            + " CompressedSize real, IndexSize real, RowCount long");

    /** What becomes of a table that exists, or of one that does not. */
    enum Mode {
        SET("TableSet"),
        APPEND("TableAppend"),
        SET_OR_APPEND("TableSetOrAppend"),
        SET_OR_REPLACE("TableSetOrReplace");

        private final String operation;

        Mode(String operation) {
            this.operation = operation;
        }
    }

    static Command read(CommandReader reader, Mode mode) {
        boolean isAsync = reader.take("async");
        TableName target = mode == Mode.APPEND ? TableName.read(reader) : TableName.readNew(reader);
        Properties words = Properties.read(reader);
        IngestionProperties properties = IngestionProperties.of(words, reader);
        reader.expectSymbol("<|");
        Command command = new IngestFromQuery(mode, target, words, properties, reader.rest());
        return AsyncCommand.of(isAsync, mode.operation, command);
    }

    @Override
    public CommandResult run(CommandContext context) {
        Segment segment = segment(context);
        List<Extent> added = new Ingestion(context, properties)
                .add(List.of(segment), mode == Mode.SET_OR_REPLACE, database -> table(database, segment.schema()));
        return CommandResult.of(ANSWER, added.stream().map(IngestFromQuery::row).toList());
    }

    private Segment segment(CommandContext context) {
        try (Snapshot snapshot = context.store().open(context.database().name())) {
            CompiledResult compiled = Queries.compile(context, snapshot, query);
            Schema schema = table(snapshot.database(), compiled.schema()).schema();
            Segment segment =
                    snapshot.save(schema, compiled.sql(), context.request().limit());
            snapshot.keep();
            return segment;
        }
    }

    /** The table that the rows go to, as it is or as it will be. */
    private Table table(Database database, Schema rows) {
        boolean isThere = database.table(target.value()).isPresent();
        if (isThere && mode == Mode.SET) {
            throw target.exists();
        }
        if (!isThere && mode == Mode.APPEND) {
            throw target.missing(database);
        }
        if (!isThere) {
            return Table.empty(target.value(), rows)
                    .described(
                            words.text("folder").orElse(""),
                            words.text("docstring").orElse(""));
        }
        Table table = target.in(database);
        requireTypes(table, rows, query);
        return table;
    }

    /** The rows of a query fit a table by position and type. */
    static void requireTypes(Table table, Schema rows, QueryText query) {
        if (!types(table.schema()).equals(types(rows))) {
            throw SCHEMA_MISMATCH
                    .at(new Span(query.start(), query.end()), types(rows), types(table.schema()))
                    .in(query.source())
                    .toException();
        }
    }

    private static String types(Schema schema) {
        return schema.columns().stream().map(column -> column.type().keyword()).collect(Collectors.joining(","));
    }

    private static List<Object> row(Extent extent) {
        double bytes = extent.segment().bytes();
        return CommandResult.row(
                extent.id(), bytes, bytes, bytes, 0.0, extent.segment().rows());
    }
}
