package io.adxflow.emulator.command.ingestion;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.IngestionFailure;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.kql.language.Schema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

// .show ingestion failures [with ( OperationId = GUID )]
/**
 * Blobs that could not be ingested, by a command or from the queue, since the emulator was started.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/ingestion-failures">.show ingestion failures</a>
 */
public record ShowIngestionFailures(Optional<UUID> operation) implements ShowCommand {
    private static final Schema ANSWER = AnswerSchema.of("OperationId guid, Database string, Table string,"
            + " FailedOn datetime, IngestionSourcePath string, Details string, FailureKind string,"
            + " RootActivityId guid, OperationKind string, OriginatesFromUpdatePolicy bool, ErrorCode string,"
            + " Principal string, ShouldRetry bool, User string, IngestionProperties string, NumberOfSources int");

    public static ShowCommand read(CommandReader reader) {
        Properties properties = Properties.read(reader);
        return new ShowIngestionFailures(properties.guid("OperationId"));
    }

    @Override
    public CommandResult run(CommandContext context) {
        return CommandResult.of(
                ANSWER,
                context.services().failures().all().stream()
                        .filter(failure ->
                                operation.map(failure.operation()::equals).orElse(true))
                        .map(ShowIngestionFailures::row)
                        .toList());
    }

    private static List<Object> row(IngestionFailure failure) {
        boolean isPermanent = IngestionFailure.isPermanent(failure.cause());
        return CommandResult.row(
                failure.operation(),
                failure.database(),
                failure.table(),
                failure.failedOn(),
                failure.source(),
                IngestionFailure.details(failure.cause()),
                isPermanent ? "Permanent" : "Transient",
                failure.operation(),
                "DataIngestPull",
                failure.isOfUpdatePolicy(),
                IngestionFailure.code(failure.cause()),
                "",
                !isPermanent,
                "",
                "",
                1);
    }
}
