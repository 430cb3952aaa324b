package io.adxflow.emulator.command;

import static io.adxflow.emulator.command.CommandProblem.OPERATION_NOT_FOUND;
import static io.adxflow.emulator.command.CommandProblem.OPERATION_WITHOUT_RESULT;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import java.util.UUID;

// .show operation GUID details
/** What the command would have answered, had it not run in the background. */
record ShowOperationDetails(UUID id, SourceText source, Span span) implements ShowCommand {
    static ShowCommand read(CommandReader reader) {
        Span span = reader.here();
        UUID id = reader.guid();
        reader.expect("details");
        return new ShowOperationDetails(id, reader.source(), span);
    }

    @Override
    public CommandResult run(CommandContext context) {
        Operation operation = context.operations()
                .find(id)
                .orElseThrow(() -> OPERATION_NOT_FOUND.at(span, id).in(source).toException());
        return operation.result().orElseThrow(() -> OPERATION_WITHOUT_RESULT
                .at(span, id, operation.state().label())
                .in(source)
                .toException());
    }
}
