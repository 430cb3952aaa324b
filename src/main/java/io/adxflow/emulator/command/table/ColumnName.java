package io.adxflow.emulator.command.table;

import static io.adxflow.emulator.command.language.CommandProblem.COLUMN_NOT_FOUND;

import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.command.policy.PolicyTarget;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.Optional;

/** The name of a column in a command, {@code T.C} or {@code DB.T.C}, and where it stands. */
public record ColumnName(TableName table, Name name) {
    static final Schema ANSWER = AnswerSchema.of("EntityName string, DataType string, Policy string");

    public static ColumnName read(CommandReader reader) {
        Name first = reader.name();
        reader.expectSymbol(".");
        Name second = reader.name();
        if (!reader.takeSymbol(".")) {
            return new ColumnName(new TableName(Optional.empty(), first, reader.source()), second);
        }
        return new ColumnName(new TableName(Optional.of(first), second, reader.source()), reader.name());
    }

    /** What a policy of the column belongs to. */
    public PolicyTarget target() {
        return PolicyTarget.ofColumn(table, name);
    }

    Column in(Table table) {
        return table.schema().column(name.value()).orElseThrow(() -> missing(table));
    }

    private UserException missing(Table in) {
        return COLUMN_NOT_FOUND
                .at(name.span(), name.value())
                .withHint(Suggestion.hint(
                        name.value(), "columns here", in.schema().names()))
                .in(table.source())
                .toException();
    }

    static List<Object> row(Column column) {
        return CommandResult.row(column.name(), TableRows.dotNetType(column.type()), "");
    }
}
