package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandLog;
import io.adxflow.emulator.command.language.CommandParser;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.ShowCommand;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .show commands
/** The last commands that ended in the database since the emulator was started, a thousand at most. */
public record ShowCommands() implements ShowCommand {
    private static final Schema ANSWER = AnswerSchema.of("ClientActivityId string, CommandType string, Text string,"
            + " Database string, StartedOn datetime, LastUpdatedOn datetime, Duration timespan, State string,"
            + " RootActivityId guid, User string, FailureReason string, Application string, Principal string,"
            + " TotalCpu timespan, ResourcesUtilization dynamic, ClientRequestProperties dynamic, WorkloadGroup string,"
            + " VirtualCluster string");

    @Override
    public CommandResult run(CommandContext context) {
        return CommandResult.of(
                ANSWER,
                context.operations().log().entries().stream()
                        .filter(entry -> entry.database().equals(context.databaseName()))
                        .map(entry -> row(entry, context.parser()))
                        .toList());
    }

    private static List<Object> row(CommandLog.Entry entry, CommandParser parser) {
        return CommandResult.row(
                "",
                parser.words(entry.text()),
                entry.text(),
                entry.database(),
                entry.startedOn(),
                entry.endedOn(),
                entry.endedOn() - entry.startedOn(),
                entry.failure().isEmpty() ? "Completed" : "Failed",
                null,
                entry.user(),
                entry.failure(),
                "",
                entry.user(),
                null,
                null,
                null,
                "default",
                "");
    }
}
