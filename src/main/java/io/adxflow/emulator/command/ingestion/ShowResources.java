package io.adxflow.emulator.command.ingestion;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .show ingestion resources
// .get ingestion resources
// .show export containers
/** Where clients may put data that they want to have ingested, or find data that they exported. */
public record ShowResources(boolean isExport) implements OpenCommand {
    private static final Schema INGESTION = AnswerSchema.of("ResourceTypeName string, StorageRoot string");
    private static final Schema EXPORT = AnswerSchema.of("StorageRoot string");

    private Schema schema() {
        return isExport ? EXPORT : INGESTION;
    }

    @Override
    public CommandResult run(CommandContext context) {
        List<List<Object>> rows = isExport
                ? context.blobs().exportContainers().stream()
                        .map(CommandResult::row)
                        .toList()
                : context.blobs().ingestionResources().stream()
                        .map(resource -> CommandResult.row(resource.type(), resource.uri()))
                        .toList();
        return CommandResult.of(schema(), rows);
    }
}
