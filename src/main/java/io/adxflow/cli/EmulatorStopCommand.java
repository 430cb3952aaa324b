package io.adxflow.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** Stops the emulator of this checkout. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stop the emulator that runs detached.",
        footer = {"", "Example:", "  adxflow emulator stop"})
final class EmulatorStopCommand extends BaseCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Wiring wiring;

    EmulatorStopCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Optional<EmulatorFile.Entry> running = new EmulatorFile(wiring).read();
        if (running.isEmpty()) {
            terminal().say("no emulator is running");
            return ExitCode.OK;
        }
        ProcessHandle process = running.get().process();
        process.destroy();
        CompletableFuture<Boolean> ended = process.onExit()
                .thenApply(gone -> true)
                .completeOnTimeout(false, PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (ended.join()) {
            terminal().say("stopped the emulator at " + running.get().uri());
            return ExitCode.OK;
        }
        terminal()
                .fail("the emulator did not stop within " + PATIENCE.toSeconds() + " seconds, process "
                        + process.pid());
        return ExitCode.RUN_FAILED;
    }
}
