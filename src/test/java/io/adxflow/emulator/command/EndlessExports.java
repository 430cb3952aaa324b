package io.adxflow.emulator.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Brings rows and exports them until it is killed, and says after each round how many there were. */
public final class EndlessExports {
    private EndlessExports() {}

    public static void main(String[] arguments) {
        Instant start = Instant.parse(arguments[1]);
        try (ExportingCommands commands = ExportingCommands.open(Path.of(arguments[0]), start)) {
            commands.define("", "T");
            for (int round = 1; round > 0; round++) {
                commands.run(".append T <| range a from 1 to 3 step 1 | extend a = a + " + start.getEpochSecond() * 1000
                        + " + " + 10 * round);
                commands.later(Duration.ofMinutes(5));
                System.out.println(round);
            }
        }
    }
}
