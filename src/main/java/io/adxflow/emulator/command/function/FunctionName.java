package io.adxflow.emulator.command.function;

import static io.adxflow.emulator.command.language.CommandProblem.FUNCTION_NOT_FOUND;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.DatabaseFunction;
import java.util.Optional;

/** The name of a function in a command, and where it stands. */
public record FunctionName(Name name, SourceText source) {
    public static FunctionName read(CommandReader reader) {
        return new FunctionName(reader.name(), reader.source());
    }

    /** A name that a function may get. */
    static FunctionName readNew(CommandReader reader) {
        return new FunctionName(Columns.legal(reader, reader.name()), reader.source());
    }

    public String value() {
        return name.value();
    }

    Span span() {
        return name.span();
    }

    public DatabaseFunction in(Database database) {
        return Optional.ofNullable(database.entities().functions().get(value())).orElseThrow(() -> FUNCTION_NOT_FOUND
                .at(span(), value())
                .withHint(Suggestion.hint(
                        value(),
                        "functions here",
                        database.entities().functions().keySet()))
                .in(source)
                .toException());
    }
}
