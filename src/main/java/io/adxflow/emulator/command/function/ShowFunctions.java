package io.adxflow.emulator.command.function;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.DatabaseFunction;
import io.adxflow.kql.language.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

// .show functions
// .show function F
/** Lists the functions of the database, or one of them. */
public record ShowFunctions(Optional<FunctionName> name) implements ShowCommand {
    private static final Schema ANSWER =
            AnswerSchema.of("Name string, Parameters string, Body string, Folder string, DocString string");

    public static ShowCommand readAll(CommandReader reader) {
        Properties.read(reader);
        return new ShowFunctions(Optional.empty());
    }

    public static ShowCommand readOne(CommandReader reader, FunctionName name) {
        Properties.read(reader);
        return new ShowFunctions(Optional.of(name));
    }

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        return answer(name.<Collection<DatabaseFunction>>map(one -> List.of(one.in(database)))
                .orElse(database.entities().functions().values()));
    }

    static CommandResult answer(Collection<DatabaseFunction> functions) {
        return CommandResult.of(
                ANSWER,
                functions.stream()
                        .map(one -> CommandResult.row(
                                one.name(),
                                one.function().parameters(),
                                one.function().body(),
                                one.folder(),
                                one.docString()))
                        .toList());
    }
}
