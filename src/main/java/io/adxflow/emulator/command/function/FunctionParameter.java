package io.adxflow.emulator.command.function;

import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A parameter of a function.
 *
 * @param type of a scalar; none for a table
 * @param columns of a table; none for a table of any columns
 * @param defaultValue as written
 */
public record FunctionParameter(
        String name, Optional<KqlType> type, Optional<Schema> columns, Optional<String> defaultValue) {
    /** {@code ( NAME : TYPE [= DEFAULT], NAME : ( COLUMN : TYPE, … ) )}. */
    public static List<FunctionParameter> readAll(String parameters) {
        return readAll(new CommandReader(parameters));
    }

    static List<FunctionParameter> readAll(QueryText parameters) {
        return readAll(parameters.reader());
    }

    private static List<FunctionParameter> readAll(CommandReader reader) {
        return reader.list(() -> read(reader));
    }

    private static FunctionParameter read(CommandReader reader) {
        String name = reader.name().value();
        reader.expectSymbol(":");
        if (reader.isAtSymbol("(")) {
            return new FunctionParameter(name, Optional.empty(), table(reader), Optional.empty());
        }
        KqlType type = Columns.type(reader);
        Optional<String> value = reader.takeSymbol("=") ? Optional.of(reader.raw(",)")) : Optional.empty();
        return new FunctionParameter(name, Optional.of(type), Optional.empty(), value);
    }

    private static Optional<Schema> table(CommandReader reader) {
        int start = reader.position();
        reader.expectSymbol("(");
        if (reader.takeSymbol("*")) {
            reader.expectSymbol(")");
            return Optional.empty();
        }
        return Optional.of(Columns.read(reader.at(start)));
    }

    /** KQL text of a value that it takes; none for a table of any columns. */
    Optional<String> argument() {
        return type.map(one -> one == KqlType.STRING ? "''" : one.keyword() + "(null)")
                .or(() -> columns.map(FunctionParameter::datatable));
    }

    private static String datatable(Schema columns) {
        return columns.columns().stream()
                .map(column -> "['" + column.name() + "']:" + column.type().keyword())
                .collect(Collectors.joining(", ", "(datatable(", ")[])"));
    }
}
