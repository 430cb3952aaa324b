package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .show cluster
/** The nodes of the cluster: one. */
public record ShowCluster() implements OpenCommand {
    private static final Schema ANSWER = AnswerSchema.of("NodeId string, Address string, Name string,"
            + " StartTime datetime, IsAdmin bool, MachineTotalMemory long, MachineAvailableMemory long,"
            + " ProcessorCount int, EnvironmentDescription string");

    @Override
    public CommandResult run(CommandContext context) {
        Runtime machine = Runtime.getRuntime();
        return CommandResult.of(
                ANSWER,
                List.of(CommandResult.row(
                        "localhost",
                        "localhost",
                        context.request().context().cluster(),
                        null,
                        true,
                        machine.maxMemory(),
                        machine.freeMemory(),
                        machine.availableProcessors(),
                        "adxflow emulator")));
    }
}
