package io.adxflow.emulator.command.continuous;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.emulator.store.Database;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.List;

// .show continuous-export NAME exported-artifacts
/**
 * The files that runs exported in the last 14 days. Together they have each row once; other files of the external table are what
 * runs left that did not end.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/data-export/show-continuous-artifacts">.show continuous-export
 *     exported-artifacts</a>
 */
public record ShowExportedArtifacts(ContinuousName name) implements ShowCommand {
    private static final Schema ANSWER = AnswerSchema.of(
            "Timestamp datetime, ExternalTableName string, Path string, NumRecords long, SizeInBytes long");

    @Override
    public CommandResult run(CommandContext context) {
        Database database = context.database();
        String export = name.in(database).name();
        List<List<Object>> rows = new ArrayList<>();
        for (List<?> run : ExportHistory.of(context.store(), ExportHistory.ARTIFACTS, database.name(), export)) {
            run.forEach(file -> rows.add(CommandResult.row(((List<?>) file).toArray())));
        }
        return CommandResult.of(ANSWER, rows);
    }
}
