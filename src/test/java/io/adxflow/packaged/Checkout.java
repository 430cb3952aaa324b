package io.adxflow.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The scripts of this checkout, run as a person would run them, in a working directory and with an emulator of their own.
 */
final class Checkout {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final long LIMIT_SECONDS = 180;

    private final Path directory;
    private final int port;

    private Checkout(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** A copy of the local environment on a free port, so that no emulator of the developer is touched. */
    static Checkout in(Path directory) {
        try (ServerSocket free = new ServerSocket(0)) {
            String local = Files.readString(HOME.resolve("conf/local.yaml"));
            Files.writeString(
                    directory.resolve("local.yaml"), local.replace("8642", Integer.toString(free.getLocalPort())));
            return new Checkout(directory, free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address that the environment names, on this machine. */
    String port() {
        return Integer.toString(port);
    }

    /** Runs a command in the environment. */
    Output runHere(String script, String... arguments) {
        return run(
                script,
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--env", directory.resolve("local.yaml").toString()))
                        .toArray(String[]::new));
    }

    Output run(String script, String... arguments) {
        List<String> command = Stream.concat(
                        Stream.of(HOME.resolve("scripts").resolve(script).toString()), Stream.of(arguments))
                .toList();
        try {
            Path out = Files.createTempFile(directory, "out", ".txt");
            Path err = Files.createTempFile(directory, "err", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return new Output(process.waitFor(), text(out), text(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Path file(String name) {
        return HOME.resolve(name);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** What a finished process left. */
    record Output(int exitCode, String out, String err) {}
}
