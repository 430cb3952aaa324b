package io.adxflow.emulator;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of somebody else that has ended.
 *
 * @param output what it printed, errors included
 */
public record ClientProcess(boolean isSuccess, String output) {
    private static final int MINUTES = 10;

    /** A line {@code passed|failed TAB claim TAB reason}. */
    public record Claim(boolean isHeld, String text, String reason) {}

    /** Runs a program to its end. One that does not end in time is no success. */
    public static ClientProcess run(Path directory, List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("client", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean hasEnded = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            return new ClientProcess(hasEnded && process.exitValue() == 0, output);
        } finally {
            Files.delete(log);
        }
    }

    public static boolean exists(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    public List<Claim> claims() {
        return output.lines()
                .filter(line -> line.startsWith("passed\t") || line.startsWith("failed\t"))
                .map(line -> line.split("\t", 3))
                .map(parts -> new Claim(parts[0].equals("passed"), parts[1], parts[2]))
                .toList();
    }
}
