package io.adxflow.emulator.command.result;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.StoredResult;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

// .show stored_query_results [NAME]
// .show stored_query_result NAME [schema]
/**
 * The results that are kept in the database, those of others too; or one's own of a name, or its columns.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/show-stored-query-result-command">.show stored_query_result</a>
 */
public record ShowResults(Optional<ResultName> name, boolean isOfSchema) implements ShowCommand {
    private static final Schema ANSWER = AnswerSchema.of("StoredQueryResultId guid, Name string, DatabaseName string,"
            + " PrincipalIdentity string, SizeInBytes long, RowCount long, CreatedOn datetime, ExpiresOn datetime");
    private static final Schema COLUMNS = AnswerSchema.of("StoredQueryResult string, Schema string");

    public static ShowCommand readAll(CommandReader reader) {
        boolean isEnd = reader.isAtEnd() || reader.isAtSymbol("|") || reader.isAtSymbol(";");
        return new ShowResults(isEnd ? Optional.empty() : Optional.of(ResultName.read(reader)), false);
    }

    public static ShowCommand readOne(CommandReader reader) {
        ResultName name = ResultName.read(reader);
        return new ShowResults(Optional.of(name), reader.take("schema"));
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        List<StoredResult> shown = name.map(one -> List.of(one.in(context, database)))
                .orElseGet(() -> database.entities().results().stream()
                        .filter(one -> one.expiresOn() > context.store().now())
                        .toList());
        return isOfSchema
                ? CommandResult.of(
                        COLUMNS, shown.stream().map(ShowResults::columns).toList())
                : answer(database, shown);
    }

    static CommandResult answer(Database database, List<StoredResult> results) {
        return CommandResult.of(
                ANSWER,
                results.stream()
                        .map(one -> CommandResult.row(
                                one.id(),
                                one.name(),
                                database.name(),
                                one.principal(),
                                one.segment().bytes(),
                                one.segment().rows(),
                                one.createdOn(),
                                one.expiresOn()))
                        .toList());
    }

    private static List<Object> columns(StoredResult result) {
        return CommandResult.row(
                result.name(),
                Json.write(result.segment().schema().columns().stream()
                        .map(ShowResults::column)
                        .toList()));
    }

    private static Map<String, Object> column(Column column) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Column", column.name());
        members.put("Type", column.type().keyword());
        return members;
    }
}
