package io.adxflow.emulator.command.cluster;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.Columns;
import io.adxflow.emulator.command.language.Command;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Name;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .create database DB [volatile | persist ( {'PATH',} )] [ifnotexists]
/** Makes a database, which lies in the data directory wherever it is to persist. The service makes them through Azure. */
public record CreateDatabase(Name name, SourceText source, boolean ifNotExists) implements Command {
    private static final Schema ANSWER = AnswerSchema.of(
            "DatabaseName string, PersistentPath string, Created string," + " StoresMetadata bool, StoresData bool");

    public static Command read(CommandReader reader) {
        Name name = Columns.legal(reader, reader.name());
        if (reader.take("persist")) {
            reader.list(reader::string);
        } else {
            reader.take("volatile");
        }
        return new CreateDatabase(name, reader.source(), reader.take("ifnotexists"));
    }

    @Override
    public void authorize(CommandContext context) {
        context.access().require(Right.ADMINISTER, context.database());
    }

    @Override
    public CommandResult run(CommandContext context) {
        boolean isThere = context.store().database(name.value()).isPresent();
        if (isThere && !ifNotExists) {
            throw CommandProblem.DATABASE_EXISTS
                    .at(name.span(), name.value())
                    .in(source)
                    .toException();
        }
        context.store().createDatabase(name.value());
        return CommandResult.of(
                ANSWER, List.of(CommandResult.row(name.value(), "", isThere ? "False" : "True", true, true)));
    }
}
