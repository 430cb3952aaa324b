package io.adxflow.cli;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.emulator.Emulator;
import io.adxflow.run.model.SparkHost;
import io.adxflow.sparktest.SharedSpark;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A folder with an environment, an emulator behind it, and the command line in this process. */
final class FlowRoom implements AutoCloseable {
    private static final String DATABASE = "NetDefaultDB";

    private final Path directory;
    private final Emulator emulator;
    private final AdxClient client;
    private final Map<String, String> variables = new HashMap<>();

    FlowRoom(Path directory) {
        SharedSpark.session();
        this.directory = directory;
        this.emulator = Emulator.start(directory.resolve("adx"));
        this.client = AdxClient.connect(AdxCluster.at(emulator.uri().toString(), DATABASE, new AdxAuth.None()));
        write("conf/local.yaml", environment(emulator.uri().toString()));
        command(".set-or-append " + Sample.TABLE + " <| print Name='a small one, so that the sample is not loaded'");
    }

    static String environment(String url) {
        return "adx:\n  cluster: " + url + "\n  database: " + DATABASE + "\n  engine: builtin\n  emulator: true\n";
    }

    void write(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path directory() {
        return directory;
    }

    String url() {
        return emulator.uri().toString();
    }

    /** Sets an environment variable for the commands that follow. */
    void setVariable(String name, String value) {
        variables.put(name, value);
    }

    /** Runs a command as the process would. */
    Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (Terminal terminal = Terminal.plain(out, err)) {
            Wiring wiring = new Wiring(variables, Clock.systemUTC(), directory, SparkHost.WORKSTATION);
            int code = FlowCommand.run(wiring, terminal, arguments);
            return new Said(code, stable(out), stable(err));
        }
    }

    void command(String csl) {
        client.command(DATABASE, csl);
    }

    AdxResult query(String kql) {
        return kql.startsWith(".") ? client.command(DATABASE, kql) : client.query(DATABASE, kql, AdxOptions.none());
    }

    @Override
    public void close() {
        client.close();
        emulator.close();
    }

    /** What is different in every run has the same name in all. */
    private String stable(StringWriter text) {
        return text.toString()
                .replace(directory.toString(), "ROOM")
                .replace(url(), "http://ADX")
                .replaceAll("\\b127\\.0\\.0\\.1:\\d{4,5}", "ADX")
                .replaceAll("\\d+\\.\\d s", "0.0 s")
                .replaceAll("\\b[0-9a-f]{32}\\b", "RUN")
                .replaceAll("adxflow;[0-9a-fA-F-]{36}", "REQUEST")
                .replaceAll("(adxflow_s_[0-9a-f]{10})_[0-9a-f]{8}_", "$1_OWNER_")
                .replaceAll("(?m)^ +0\\.0 s  .*\\n", "");
    }

    /** What a command said, with its exit code. */
    record Said(int code, String out, String err) {}
}
