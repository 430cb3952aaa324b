package io.adxflow.emulator.command.cluster;

import io.adxflow.emulator.command.language.AnswerSchema;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.OpenCommand;
import io.adxflow.kql.language.Schema;
import java.util.List;

// .show version
/** Says that this is the emulator. */
public record ShowVersion() implements OpenCommand {
    private static final Schema ANSWER = AnswerSchema.of(
            "BuildVersion string, BuildTime datetime, ServiceType string, ProductVersion string, ServiceOffering"
                    + " string");

    @Override
    public CommandResult run(CommandContext context) {
        return CommandResult.of(
                ANSWER,
                List.of(CommandResult.row("1.0.0.0", null, "Engine", "adxflow", "{\"Type\":\"adxflow emulator\"}")));
    }
}
