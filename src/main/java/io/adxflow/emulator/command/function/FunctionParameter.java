package io.adxflow.emulator.command.function;

import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.QueryText;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of a function.
 *
 * @param argument KQL text of a value that it takes; none for a table of any columns
 */
record FunctionParameter(String name, Optional<String> argument) {
    /** {@code ( NAME : TYPE [= DEFAULT], NAME : ( COLUMN : TYPE, … ) )}. */
    static List<FunctionParameter> readAll(QueryText parameters) {
        CommandReader reader = parameters.reader();
        return reader.list(() -> read(reader));
    }

    private static FunctionParameter read(CommandReader reader) {
        String name = reader.name().value();
        reader.expectSymbol(":");
        if (reader.isAtSymbol("(")) {
            return new FunctionParameter(name, table(reader.enclosed("(", ")")));
        }
        String type = Columns.type(reader).keyword();
        if (reader.takeSymbol("=")) {
            reader.raw(",)");
        }
        return new FunctionParameter(name, Optional.of(type.equals("string") ? "''" : type + "(null)"));
    }

    private static Optional<String> table(QueryText columns) {
        return columns.text().contains("*") ? Optional.empty() : Optional.of("(datatable" + columns.text() + "[])");
    }
}
