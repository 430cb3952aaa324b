package io.adxflow.emulator.command.continuous;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.Database;
import io.adxflow.kql.language.Schema;

// .show continuous-export NAME failures
/**
 * Why runs failed in the last 14 days.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-export/show-continuous-failures">.show continuous-export
 *     failures</a>
 */
public record ShowExportFailures(ContinuousName name) implements ShowCommand {
    private static final Schema ANSWER = AnswerSchema.of("Timestamp datetime, OperationId string, Name string,"
            + " LastSuccessRun datetime, FailureKind string, Details string");

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        String export = name.in(database).name();
        return CommandResult.of(
                ANSWER,
                ExportHistory.of(context.store(), ExportHistory.FAILURES, database.name(), export).stream()
                        .map(run -> CommandResult.row(run.toArray()))
                        .toList());
    }
}
