package io.adxflow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about the local ADX. */
@Command(
        name = "emulator",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Start, stop and fill the local Azure Data Explorer.",
        footer = {
            "",
            "Examples:",
            "  adxflow emulator start --detach",
            "  adxflow emulator load flights.parquet Flights",
            "  adxflow emulator stop"
        })
final class EmulatorCommand {
    private EmulatorCommand() {}

    static CommandLine line(Wiring wiring, Terminal terminal) {
        return new CommandLine(new EmulatorCommand())
                .addSubcommand(new EmulatorStartCommand(wiring, terminal))
                .addSubcommand(new EmulatorStopCommand(wiring, terminal))
                .addSubcommand(new EmulatorStatusCommand(wiring, terminal))
                .addSubcommand(new EmulatorLoadCommand(wiring, terminal));
    }
}
