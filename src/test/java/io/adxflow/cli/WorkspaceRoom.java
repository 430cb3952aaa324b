package io.adxflow.cli;

import io.adxflow.databricks.FakeWorkspace;
import io.adxflow.run.model.SparkHost;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A folder with a job, an environment and a job jar, and the workspace that the environment names. */
final class WorkspaceRoom implements AutoCloseable {
    private static final String JOB =
            """
            name: storms
            read:
              cities: {file: cities.csv}
            write:
              Storms: {from: cities, mode: replace}
            """;

    final FakeWorkspace workspace = FakeWorkspace.start();
    private final Path directory;
    private String token = FakeWorkspace.TOKEN;
    private String out = "";
    private String err = "";

    WorkspaceRoom(Path directory) {
        this.directory = directory;
        write("storms.yaml", JOB);
        write("cities.csv", "Name\nMiami\n");
        write("job.jar", "a jar");
        volume("/Volumes/main/etl/adxflow");
    }

    static String job() {
        return JOB;
    }

    void token(String other) {
        token = other;
    }

    void volume(String volume) {
        write(
                "prod.yaml",
                """
                adx:
                  cluster: https://contoso.westeurope.kusto.windows.net
                  database: Telemetry
                  engine: builtin
                  auth: {mode: token, token: "{{secrets/adx/token}}"}
                databricks:
                  host: %s
                  volume: %s
                """
                        .formatted(workspace.uri(), volume));
    }

    Path write(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int deploy(String... more) {
        return run("deploy", more, "--jar", directory + "/job.jar", "--apply");
    }

    int submit(String... more) {
        return run("submit", more, "--jar", directory + "/job.jar", "--poll", "PT0.01S");
    }

    int undeploy(String... more) {
        return run("undeploy", more);
    }

    private int run(String command, String[] more, String... usual) {
        List<String> arguments = new ArrayList<>(List.of(command, "storms.yaml", "--env", "prod.yaml"));
        arguments.addAll(List.of(usual));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    /** What it said is that of this command alone. */
    int run(String... arguments) {
        StringWriter results = new StringWriter();
        StringWriter says = new StringWriter();
        try (Terminal terminal = Terminal.plain(results, says)) {
            Wiring wiring = new Wiring(
                    Map.of("DATABRICKS_TOKEN", token),
                    Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC),
                    directory,
                    SparkHost.WORKSTATION);
            return FlowCommand.run(wiring, terminal, arguments);
        } finally {
            out = results.toString();
            err = says.toString();
        }
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
