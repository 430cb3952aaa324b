package io.adxflow.emulator.command.function;

import static io.adxflow.emulator.command.language.CommandProblem.FUNCTION_EXISTS;

import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.QueryText;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.DatabaseFunction;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.kql.language.StoredFunction;
import java.util.List;
import java.util.Optional;

// .create function [ifnotexists] [with (docstring, folder, view, skipvalidation)] F ( PARAMETERS ) { BODY }
// .create-or-alter function [with …] F ( PARAMETERS ) { BODY }
// .alter function [with …] F ( PARAMETERS ) { BODY }
/**
 * Keeps a function that queries may call. Its body is checked first; it may call other functions, but never itself. Where a
 * table has the same name, queries see the function. One with {@code view = true} is meant by wildcards too.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/create-alter-function">.create-or-alter function</a>
 */
public record CreateFunction(FunctionName name, QueryText parameters, QueryText body, Properties properties, Verb verb)
        implements Command {
    /** What the command says of a function that exists, or does not. */
    public enum Verb {
        CREATE,
        CREATE_IF_MISSING,
        CREATE_OR_ALTER,
        ALTER
    }

    public static Command readCreate(CommandReader reader) {
        return read(reader, reader.take("ifnotexists") ? Verb.CREATE_IF_MISSING : Verb.CREATE);
    }

    public static Command readAlter(CommandReader reader) {
        Properties properties = Properties.read(reader);
        FunctionName name = FunctionName.read(reader);
        if (reader.take("docstring")) {
            return new DescribeFunction(name, false, reader.string());
        }
        return reader.take("folder")
                ? new DescribeFunction(name, true, reader.string())
                : rest(reader, name, properties, Verb.ALTER);
    }

    public static Command read(CommandReader reader, Verb verb) {
        Properties properties = Properties.read(reader);
        return rest(reader, FunctionName.readNew(reader), properties, verb);
    }

    private static Command rest(CommandReader reader, FunctionName name, Properties properties, Verb verb) {
        QueryText parameters = reader.enclosed("(", ")");
        boolean isPlain =
                parameters.text().substring(1, parameters.text().length() - 1).isBlank();
        if (properties.flag("view", false) && !isPlain) {
            throw properties.bad("view", "false for a function with parameters");
        }
        return new CreateFunction(name, parameters, reader.enclosed("{", "}"), properties, verb);
    }

    @Override
    public CommandResult run(CommandContext context) {
        if (!properties.flag("skipvalidation", false)) {
            validate(context);
        }
        DatabaseFunction function = new DatabaseFunction(
                new StoredFunction(name.value(), parameters.text(), body.text()),
                properties.text("folder").orElse(""),
                properties.text("docstring").orElse(""),
                properties.flag("view", false));
        return context.change(database -> {
            Optional<DatabaseFunction> old =
                    Optional.ofNullable(database.entities().functions().get(name.value()));
            if (old.isPresent() && verb == Verb.CREATE) {
                throw FUNCTION_EXISTS
                        .at(name.span(), name.value())
                        .in(name.source())
                        .toException();
            }
            if (verb == Verb.ALTER) {
                name.in(database);
            }
            return old.isPresent() && verb == Verb.CREATE_IF_MISSING
                    ? new Changed<>(database, ShowFunctions.answer(List.of(old.get())))
                    : new Changed<>(
                            database.withEntities(database.entities().with(function)),
                            ShowFunctions.answer(List.of(function)));
        });
    }

    private void validate(CommandContext context) {
        try (Snapshot snapshot = context.open()) {
            new FunctionCheck(context, snapshot, name.value()).check(parameters, body);
        }
    }
}
