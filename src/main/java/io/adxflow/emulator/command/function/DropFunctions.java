package io.adxflow.emulator.command.function;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .drop function F [ifexists]
// .drop functions ( {F,} ) [ifexists]
/** Drops functions, all or none. The plural form answers those that remain. */
public record DropFunctions(List<FunctionName> names, boolean ifExists, boolean isPlural) implements Command {
    private static final Schema NAMES = AnswerSchema.of("Name string");

    public static Command readOne(CommandReader reader, FunctionName function) {
        return new DropFunctions(List.of(function), reader.take("ifexists"), false);
    }

    public static Command readMany(CommandReader reader) {
        return new DropFunctions(reader.list(() -> FunctionName.read(reader)), reader.take("ifexists"), true);
    }

    @Override
    public CommandResult run(CommandContext context) {
        context.database();
        return context.change(database -> {
            if (!ifExists) {
                names.forEach(name -> name.in(database));
            }
            List<String> dropped = names.stream().map(FunctionName::value).toList();
            Database next = database.withEntities(database.entities().withoutFunctions(dropped));
            return new Changed<>(
                    next,
                    isPlural
                            ? ShowFunctions.answer(next.entities().functions().values())
                            : CommandResult.of(NAMES, List.of(CommandResult.row(dropped.get(0)))));
        });
    }
}
