package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.kql.language.CompiledResult;
import java.util.List;

// SHOW | QUERY
// SHOW ; STATEMENTS $command_results | QUERY
record PipedCommand(ShowCommand show, QueryText query, boolean isPiped) implements Command {
    @Override
    public void authorize(CommandContext context) {
        show.authorize(context);
    }

    @Override
    public CommandResult run(CommandContext context) {
        try (Snapshot snapshot = context.open()) {
            CompiledResult compiled = compile(context.at(snapshot), snapshot);
            return new CommandResult(compiled.schema(), Queries.rows(context, snapshot, compiled), true);
        }
    }

    CompiledResult compile(CommandContext context, Snapshot snapshot) {
        return Queries.compileAfter(context, snapshot, answer(context), query, isPiped);
    }

    private CommandResult answer(CommandContext context) {
        try {
            return show.run(context);
        } catch (UserException e) {
            boolean isMissing = e.diagnostics().stream()
                    .allMatch(diagnostic -> diagnostic.problem() == CommandProblem.TABLE_NOT_FOUND);
            return show.schemaWithoutTable()
                    .filter(schema -> isMissing)
                    .map(schema -> CommandResult.of(schema, List.of()))
                    .orElseThrow(() -> e);
        }
    }
}
