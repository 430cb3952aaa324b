package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.canary.Canary;
import io.adxflow.databricks.FakeWorkspace;
import io.adxflow.run.model.SparkHost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to Databricks, against a workspace that refuses what the real one refuses. */
@Tag("endtoend")
class DatabricksCommandsTest {
    private static final String KEY = Canary.secret("app-key");

    private static final String JOB =
            """
            name: storms
            read:
              cities: {file: cities.csv}
            write:
              Storms: {from: cities, mode: replace}
            """;

    @TempDir
    Path directory;

    private final FakeWorkspace workspace = FakeWorkspace.start();
    private String token = FakeWorkspace.TOKEN;
    private String out = "";
    private String err = "";

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("storms.yaml"), JOB);
        Files.writeString(directory.resolve("cities.csv"), "Name\nMiami\n");
        Files.writeString(directory.resolve("job.jar"), "a jar");
        environment("/Volumes/main/etl/adxflow");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aJobIsCreatedAndThenReset() {
        assertThat(deploy()).as(err).isZero();
        assertThat(out).contains("storms: created job 100");
        assertThat(deploy()).as(err).isZero();
        assertThat(out).contains("storms: reset job 100");
        assertThat(workspace.jobs).hasSize(1);
        assertThat(workspace.files.keySet())
                .hasSize(4)
                .anyMatch(file -> file.matches("/Volumes/main/etl/adxflow/lib/adxflow-job-.*\\.jar"))
                .anyMatch(file -> file.matches("/Volumes/main/etl/adxflow/jobs/storms/[0-9a-f]{12}/cities.csv"));
    }

    @Test
    void aJobOfSomebodyElseStays() {
        workspace.jobs.put(55L, Map.of("name", "storms"));
        workspace.owners.put(55L, "bob@contoso.com");

        assertThat(deploy()).isEqualTo(2);
        assertThat(err)
                .contains("error DBX201: the job 'storms' belongs to 'bob@contoso.com', and 'ann@contoso.com' may");
        assertThat(workspace.files).isEmpty();
    }

    @Test
    void aMissingVolumeIsFoundBeforeAnythingIsWritten() throws IOException {
        environment("/Volumes/main/etl/other");

        assertThat(deploy()).isEqualTo(2);
        assertThat(err)
                .contains("error DBX202: there is no volume '/Volumes/main/etl/other'", "CREATE VOLUME main.etl.other");
        assertThat(workspace.jobs).isEmpty();
    }

    @Test
    void whatWasUploadedGoesWhenTheJobIsRefused() {
        workspace.refusesJobs = true;

        assertThat(deploy()).isEqualTo(1);
        assertThat(err).contains("PERMISSION_DENIED: cluster creation is not allowed", "hint: ask an administrator");
        assertThat(workspace.files).isEmpty();
    }

    @Test
    void aShortThrottlingIsWaitedFor() {
        workspace.busyCalls.set(1);

        assertThat(deploy()).as(err).isZero();
    }

    @Test
    void aWrongTokenIsToldWithTheWayToSignIn() {
        token = Canary.secret("pat-of-nobody");

        assertThat(deploy()).isEqualTo(1);
        assertThat(err)
                .contains("UNAUTHENTICATED", "hint: sign in: set DATABRICKS_TOKEN")
                .doesNotContain(token);
    }

    @Test
    void aRepeatedSubmitIsOneRun() {
        assertThat(submit("--wait")).as(err).isZero();
        assertThat(err).contains("PENDING", "RUNNING", "TERMINATED SUCCESS");
        assertThat(submit()).isZero();
        assertThat(err).contains("this run was started before; --again starts another");
        assertThat(workspace.submitted).hasSize(1);
        assertThat(submit("--again")).isZero();
        assertThat(workspace.submitted).hasSize(2);
    }

    @Test
    void aFailedRunShowsTheEndOfItsLog() {
        workspace.fails = true;

        assertThat(submit("--wait")).isEqualTo(1);
        assertThat(err).contains("two", "FailedRunException: error JOB211", "ended as TERMINATED FAILED");
    }

    @Test
    void runsAreListedAndCancelled() {
        submit();

        assertThat(run("runs", "--env", "prod.yaml")).as(err).isZero();
        assertThat(out).contains("701  2026-01-01T00:00:00Z  storms");
        assertThat(run("cancel", "701", "--env", "prod.yaml")).as(err).isZero();
        assertThat(out).contains("run 701: TERMINATED FAILED");
        assertThat(run("cancel", "9", "--env", "prod.yaml")).isEqualTo(1);
        assertThat(err).contains("Run 9 does not exist");
    }

    @Test
    void aSecretGoesToItsScopeAndIsNeverShown() {
        assertThat(put(KEY + "\n")).isEqualTo(1);
        assertThat(err).contains("Scope adx does not exist");
        assertThat(run("secrets", "create-scope", "adx", "--env", "prod.yaml"))
                .as(err)
                .isZero();
        assertThat(put(KEY + "\n")).as(err).isZero();
        assertThat(workspace.scopes).isEqualTo(Map.of("adx", Map.of("myaadappkey", KEY)));
        assertThat(run("secrets", "list", "adx", "--env", "prod.yaml")).isZero();
        assertThat(out).contains("myaadappkey");
        assertThat(run("secrets", "delete", "adx", "myaadappkey", "--env", "prod.yaml"))
                .isZero();
        assertThat(out + err).doesNotContain(KEY);
    }

    private int put(String value) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8)));
        try {
            return run("secrets", "put", "adx", "myaadappkey", "--env", "prod.yaml");
        } finally {
            System.setIn(before);
        }
    }

    private int deploy() {
        return run("deploy", "storms.yaml", "--env", "prod.yaml", "--jar", directory + "/job.jar", "--apply");
    }

    private int submit(String... more) {
        List<String> arguments = new ArrayList<>(List.of("submit", "storms.yaml", "--env", "prod.yaml"));
        arguments.addAll(List.of("--jar", directory + "/job.jar", "--poll", "PT0.01S"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private void environment(String volume) throws IOException {
        Files.writeString(
                directory.resolve("prod.yaml"),
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

    private int run(String... arguments) {
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
            out += results;
            err += says;
        }
    }
}
