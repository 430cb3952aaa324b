package io.adxflow.cli;

import java.util.Optional;
import picocli.CommandLine.Command;

/** Says whether the emulator of this checkout runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Say where the emulator runs; exit code 1 when it does not.",
        footer = {"", "Example:", "  adxflow emulator status"})
final class EmulatorStatusCommand extends BaseCommand {
    private final Wiring wiring;

    EmulatorStatusCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Optional<EmulatorFile.Entry> running = new EmulatorFile(wiring).read();
        if (running.isPresent() && LocalAdx.answers(running.get().uri())) {
            terminal()
                    .out()
                    .println(running.get().uri() + " (process "
                            + running.get().process().pid() + ")");
            return ExitCode.OK;
        }
        terminal().out().println("no emulator is running");
        return ExitCode.RUN_FAILED;
    }
}
