package io.adxflow.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process whose output tells when something has happened. It ends with this object at the latest. */
final class ServerProcess implements AutoCloseable {
    private static final long LIMIT_SECONDS = 120;

    private final Process process;
    private final CompletableFuture<String> found = new CompletableFuture<>();
    private final StringBuffer output = new StringBuffer();
    private final Thread reader;

    private ServerProcess(Process process, Pattern wanted) {
        this.process = process;
        this.reader = new Thread(() -> read(wanted), "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** @param wanted its first group is what {@link #announcement} returns */
    static ServerProcess start(List<String> command, Map<String, String> variables, Path directory, Pattern wanted) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        try {
            return new ServerProcess(builder.start(), wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the process says about itself, as soon as it says so. */
    String announcement() {
        return found.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }

    String output() {
        return output.toString();
    }

    /** The exit code, and then the output is complete. */
    int await() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            close();
        }
        reader.join();
        return process.exitValue();
    }

    private void read(Pattern wanted) {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(line -> {
                output.append(line).append('\n');
                Matcher matcher = wanted.matcher(line);
                if (matcher.find()) {
                    found.complete(matcher.group(1));
                }
            });
            found.completeExceptionally(new IllegalStateException("it ended without '" + wanted + "':\n" + output));
        } catch (IOException | UncheckedIOException e) {
            found.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
