package io.adxflow.emulator.command.cluster;

import static io.adxflow.emulator.command.language.CommandProblem.OPERATION_NOT_FOUND;
import static io.adxflow.emulator.command.language.CommandProblem.OPERATION_WITHOUT_RESULT;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.emulator.command.language.Operation;
import io.adxflow.emulator.command.language.ShowCommand;
import java.util.UUID;

// .show operation GUID details
/** What the command would have answered, had it not run in the background. */
public record ShowOperationDetails(UUID id, SourceText source, Span span) implements OpenCommand {
    public static ShowCommand read(CommandReader reader) {
        Span span = reader.here();
        UUID id = reader.guid();
        reader.expect("details");
        return new ShowOperationDetails(id, reader.source(), span);
    }

    @Override
    public CommandResult run(CommandContext context) {
        Operation operation = context.operations()
                .find(id)
                .filter(one -> ShowOperations.isShown(context, one.database(), one.principal()))
                .orElseThrow(() -> OPERATION_NOT_FOUND.at(span, id).in(source).toException());
        return operation.result().orElseThrow(() -> OPERATION_WITHOUT_RESULT
                .at(span, id, operation.state().label())
                .in(source)
                .toException());
    }
}
