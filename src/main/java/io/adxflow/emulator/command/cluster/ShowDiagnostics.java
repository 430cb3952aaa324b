package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.emulator.command.language.RunningRequest;
import io.adxflow.emulator.store.Database;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .show diagnostics
/**
 * The health of the cluster, of which the emulator measures a part; the service has more columns.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/diagnostics">Diagnostic information</a>
 */
public record ShowDiagnostics() implements OpenCommand {
    private static final Schema ANSWER = AnswerSchema.of("IsHealthy bool, EnvironmentDescription string,"
            + " IsScaleOutRequired bool, MachinesTotal int, MachinesOffline int, NodeLastRestartedOn datetime,"
            + " AdminLastElectedOn datetime, ExtentsTotal int, NotHealthyReason string, IngestionsLoadFactor real,"
            + " IngestionsInProgress long, BuildVersion string, ProductVersion string, NumberOfDatabases int,"
            + " RunningQueries long");

    @Override
    public CommandResult run(CommandContext context) {
        List<Database> databases = context.store().databases().stream()
                .flatMap(name -> context.store().database(name).stream())
                .toList();
        int extents = databases.stream()
                .flatMap(database -> database.tables().values().stream())
                .mapToInt(table -> table.extents().size())
                .sum();
        long queries = context.services().requests().running().stream()
                .filter(RunningRequest::isQuery)
                .count();
        return CommandResult.of(
                ANSWER,
                List.of(CommandResult.row(
                        true,
                        "adxflow emulator",
                        false,
                        1,
                        0,
                        null,
                        null,
                        extents,
                        "",
                        0.0,
                        0L,
                        "1.0.0.0",
                        "adxflow",
                        databases.size(),
                        queries)));
    }
}
