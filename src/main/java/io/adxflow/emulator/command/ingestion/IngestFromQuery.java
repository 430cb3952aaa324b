package io.adxflow.emulator.command.ingestion;

import static io.adxflow.emulator.command.language.CommandProblem.BAD_NAME;
import static io.adxflow.emulator.command.language.CommandProblem.SCHEMA_MISMATCH;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.AsyncCommand;
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
import io.adxflow.emulator.command.table.SchemaChange;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

// (.set | .append | .set-or-append | .set-or-replace) [async] T [with (…)] <| QUERY
/**
 * Stores the rows of a query in a table. Columns match by position and type. {@code extend_schema} adds columns that the
 * table lacks at its end; {@code recreate_schema} gives a replaced table the columns of the query.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-ingestion/ingest-from-query">Ingest from query</a>
 */
public record IngestFromQuery(
        Mode mode, TableName target, Properties words, IngestionProperties properties, QueryText query)
        implements Command {
    private static final Schema ANSWER = AnswerSchema.of("ExtentId guid, OriginalSize real, ExtentSize real,"
            + " CompressedSize real, IndexSize real, RowCount long");

    private static final String NOT_TIMED = "{\"IsEnabled\":false}";

    /** What becomes of a table that exists, or of one that does not. */
    public enum Mode {
        SET("TableSet"),
        APPEND("TableAppend"),
        SET_OR_APPEND("TableSetOrAppend"),
        SET_OR_REPLACE("TableSetOrReplace");

        private final String operation;

        Mode(String operation) {
            this.operation = operation;
        }
    }

    public static Command read(CommandReader reader, Mode mode) {
        boolean isAsync = reader.take("async");
        TableName target = mode == Mode.APPEND ? TableName.read(reader) : TableName.readNew(reader);
        Properties words = Properties.read(reader);
        IngestionProperties properties = IngestionProperties.ofQuery(words, reader);
        if (words.flag("recreate_schema", false) && mode != Mode.SET_OR_REPLACE) {
            throw words.bad("recreate_schema", "false, or '.set-or-replace'");
        }
        reader.expectSymbol("<|");
        Command command = new IngestFromQuery(mode, target, words, properties, reader.rest());
        return AsyncCommand.of(isAsync, mode.operation, command);
    }

    @Override
    public void authorize(CommandContext context) {
        Database database = context.database();
        if (mode != Mode.APPEND && database.table(target.value()).isEmpty()) {
            context.access().require(Right.CREATE, database);
        }
        Command.require(mode == Mode.SET_OR_REPLACE ? Right.ADMINISTER : Right.INGEST, context, target);
    }

    @Override
    public CommandResult run(CommandContext context) {
        Segment segment = segment(context);
        List<Extent> added = new Ingestion(context, properties)
                .add(List.of(segment), mode == Mode.SET_OR_REPLACE, database -> table(database, segment.schema()));
        return CommandResult.of(ANSWER, added.stream().map(IngestFromQuery::row).toList());
    }

    private Segment segment(CommandContext context) {
        try (Snapshot snapshot = context.open()) {
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
            return made(rows);
        }
        Table table = target.in(database);
        if (words.flag("recreate_schema", false)) {
            return SchemaChange.restricted(table, rows);
        }
        Table extended = words.flag("extend_schema", false) ? extended(table, rows) : table;
        requireTypes(extended, rows, query);
        return extended;
    }

    private Table made(Schema rows) {
        rows.names().stream().filter(name -> name.contains("$")).findFirst().ifPresent(name -> {
            throw BAD_NAME.at(new Span(query.start(), query.end()), name)
                    .withHint("names with '$' are the engine's: give the column another one")
                    .in(query.source())
                    .toException();
        });
        boolean isTimed = words.flag("policy_ingestiontime", true);
        return Table.empty(target.value(), rows)
                .described(
                        words.text("folder").orElse(""), words.text("docstring").orElse(""))
                .withPolicies(isTimed ? Map.of() : Map.of(PolicyKind.INGESTION_TIME.keyword(), NOT_TIMED));
    }

    /** With the columns of the rows that go beyond those of the table. */
    private Table extended(Table table, Schema rows) {
        int columns = table.schema().columns().size();
        if (rows.columns().size() <= columns) {
            return table;
        }
        Schema more = new Schema(rows.columns().subList(columns, rows.columns().size()));
        return table.withSchema(SchemaChange.plus(table.schema(), more, target));
    }

    /** The rows of a query fit a table by position and type. */
    public static void requireTypes(Table table, Schema rows, QueryText query) {
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
