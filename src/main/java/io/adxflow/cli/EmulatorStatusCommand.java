package io.adxflow.cli;

import io.adxflow.base.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether the emulator of this checkout runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Say where the emulator runs; exit code 1 when it does not.",
        footer = {"", "Examples:", "  adxflow emulator status", "  adxflow emulator status --json"})
final class EmulatorStatusCommand extends BaseCommand {
    @Option(names = "--json", description = "Print it as one JSON object.")
    private boolean json;

    private final Wiring wiring;

    EmulatorStatusCommand(Wiring wiring, Terminal terminal) {
        super(terminal);
        this.wiring = wiring;
    }

    @Override
    ExitCode execute() {
        Optional<EmulatorFile.Entry> running =
                new EmulatorFile(wiring).read().filter(entry -> LocalAdx.answers(entry.uri()));
        terminal().out().println(json ? Json.write(fields(running)) : text(running));
        return running.isPresent() ? ExitCode.OK : ExitCode.RUN_FAILED;
    }

    private static String text(Optional<EmulatorFile.Entry> running) {
        return running.map(entry -> entry.uri() + " (process " + entry.process().pid() + ")")
                .orElse("no emulator is running");
    }

    private static Map<String, Object> fields(Optional<EmulatorFile.Entry> running) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("running", running.isPresent());
        running.ifPresent(entry -> {
            fields.put("uri", entry.uri().toString());
            fields.put("process", entry.process().pid());
        });
        return fields;
    }
}
