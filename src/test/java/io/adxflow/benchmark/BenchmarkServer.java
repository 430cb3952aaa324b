package io.adxflow.benchmark;

import io.adxflow.emulator.Emulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** An emulator in a process of its own, so that its memory is not that of its client. It ends with its input. */
final class BenchmarkServer implements AutoCloseable {
    private final Process process;
    private final String url;

    private BenchmarkServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static BenchmarkServer start(Path directory) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchmarkServer.class.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith("http://")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the emulator did not start");
        }
        return new BenchmarkServer(process, line);
    }

    String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    /** The directory of the emulator. */
    public static void main(String[] arguments) throws IOException {
        try (Emulator emulator = Emulator.start(Path.of(arguments[0]))) {
            System.out.println(emulator.uri());
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
