package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.json.Json;
import io.adxflow.canary.Canary;
import io.adxflow.databricks.FakeWorkspace;
import io.adxflow.emulator.Emulator;
import io.adxflow.entra.FakeEntra;
import io.adxflow.run.model.SparkHost;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    private static final String WRONG_KEY = Canary.secret("wrong-key");

    @TempDir
    private static Path directory;

    private static FakeEntra entra;
    private static Emulator emulator;
    private static FakeWorkspace workspace;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> variables =
            new HashMap<>(Map.of("XDG_CONFIG_HOME", directory.resolve("home").toString()));

    @BeforeAll
    static void describe() throws IOException {
        entra = FakeEntra.start();
        workspace = FakeWorkspace.start();
        emulator = Emulator.start(directory.resolve("adx"));
        String url = emulator.uri().toString();
        write("conf/local.yaml", environment(url, "emulator: true"));
        write("conf/prod.yaml", environment(url, key("{{secrets/adx/key}}")));
        write("conf/gone.yaml", environment("https://contoso.nowhere.invalid", key("{{secrets/adx/key}}")));
        write("job.yaml", job("Storms | where Wind > 3", "New"));
        write(
                "conf/bricks.yaml",
                environment(url, "emulator: true") + "databricks:\n  host: " + workspace.uri()
                        + "\n  volume: /Volumes/main/etl/adxflow\n  cluster-policy: 0A1B\n");
    }

    @AfterAll
    static void leave() {
        emulator.close();
        entra.close();
        workspace.close();
    }

    @Test
    void withoutAJobTheEnvironmentIsLookedAt() {
        assertThat(run("doctor")).as(out.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("ok +environment +complete")
                .containsPattern("ok +time zone +UTC")
                .containsPattern("ok +engine builtin")
                .containsPattern("ok +engine endpoint")
                .containsPattern("ok +ingestion endpoint")
                .containsPattern("ok +storage ")
                .contains("everything that was looked at is there");
    }

    @Test
    void aMissingSecretEndsOnlyWhatRestsOnIt() {
        assertThat(run("doctor", "job.yaml", "--env", "prod")).isEqualTo(3);
        assertThat(out.toString())
                .containsPattern("FAIL +secret adx/key +RUN121 there is no secret 'adx/key'")
                .contains("repair: looked for")
                .containsPattern("ok +job ")
                .containsPattern("skip +cluster");
    }

    @Test
    void aWrongKeyIsFoundBeforeTheClusterIsAsked() {
        variables.put("ADXFLOW_SECRET_ADX_KEY", WRONG_KEY);
        assertThat(run("doctor", "--env", "prod")).isEqualTo(3);
        assertThat(out.toString())
                .containsPattern("ok +tenant +contoso.com is " + FakeEntra.TENANT)
                .containsPattern("FAIL +token +ENT201 .*AADSTS7000215")
                .doesNotContain(WRONG_KEY);
    }

    @Test
    void anApplicationIsNamedAsAdxKnowsIt() {
        variables.put("ADXFLOW_SECRET_ADX_KEY", FakeEntra.KEY);
        assertThat(run("doctor", "--env", "prod")).as(out.toString()).isZero();
        assertThat(out.toString()).containsPattern("ok +token +of aadapp=" + FakeEntra.APP + ";" + FakeEntra.TENANT);
        entra.tokens().issued().forEach(token -> assertThat(out.toString() + err)
                .doesNotContain(token));
    }

    @Test
    void anAddressThatIsNobodysIsFoundInSeconds() {
        variables.put("ADXFLOW_SECRET_ADX_KEY", FakeEntra.KEY);
        assertThat(run("doctor", "job.yaml", "--env", "gone")).isEqualTo(3);
        assertThat(out.toString())
                .containsPattern("FAIL +network +contoso.nowhere.invalid has no address here")
                .containsPattern("skip +tables");
    }

    @Test
    void anEnvironmentThatIsWrongIsAFindingToo() {
        assertThat(run("doctor", "--env", "missing")).isEqualTo(3);
        assertThat(out.toString()).containsPattern("FAIL +environment +JOB101");
    }

    @Test
    void aContinuousExportThatTakesReplacedRowsForNewOnesIsFound() throws IOException {
        command(".create tables Sold (a:long), Kept (a:long), Counted (a:long)");
        command(".create external table Files (a:long) kind=storage dataformat=csv ('files')");
        command(".create-or-alter continuous-export EverySale over (Sold) to table Files <| Sold");
        command(".create-or-alter continuous-export EveryCount to table Files <| Counted | where a > 0");
        for (String table : List.of("Sold", "Counted", "Kept")) {
            write(table + ".yaml", job("print a = 1", table).replace("append", "replace"));
        }
        assertThat(run("doctor", "Sold.yaml")).isEqualTo(3);
        assertThat(out.toString())
                .containsPattern("FAIL +policies of Sold +.*the continuous export 'EverySale' takes every row")
                .doesNotContain("EveryCount");
        assertThat(run("doctor", "Counted.yaml")).isEqualTo(3);
        assertThat(out.toString()).contains("the continuous export 'EveryCount' takes every row");
        assertThat(run("doctor", "Kept.yaml")).as(out.toString()).isZero();
    }

    private static void command(String text) {
        RestClient.Answer answer = new RestClient(emulator.uri(), Duration.ofSeconds(60))
                .postJson("/v1/rest/mgmt", Json.write(Map.of("db", "NetDefaultDB", "csl", text)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aWorkspaceIsLookedAtToo() throws IOException {
        Path jar = Files.write(directory.resolve("job.jar"), new byte[2048]);
        variables.put("DATABRICKS_TOKEN", FakeWorkspace.TOKEN);
        workspace.policies.put("0A1B", "etl");
        assertThat(run("doctor", "--env", "bricks", "--jar", jar.toString()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString())
                .containsPattern("ok +databricks jar +adxflow-job-.*, 2 KiB")
                .containsPattern("ok +databricks sign-in +as ann@contoso.com")
                .containsPattern("ok +databricks policy +0A1B is 'etl'")
                .containsPattern("ok +databricks volume +/Volumes/main/etl/adxflow takes files")
                .containsPattern("ok +databricks library +.* comes with the next adxflow deploy --apply");
        assertThat(workspace.files.files).isEmpty();
    }

    @Test
    void whatAWorkspaceLacksIsFoundTogether() throws IOException {
        String bricks = Files.readString(directory.resolve("conf/bricks.yaml"));
        write("conf/lacking.yaml", bricks.replace("etl/adxflow", "etl/other"));
        variables.put("DATABRICKS_TOKEN", FakeWorkspace.TOKEN);
        workspace.policies.clear();
        String noJar = directory.resolve("none.jar").toString();
        assertThat(run("doctor", "--env", "lacking", "--jar", noJar)).isEqualTo(3);
        assertThat(out.toString())
                .containsPattern("FAIL +databricks jar +DBX204")
                .containsPattern("FAIL +databricks policy +DBX205 there is no cluster policy '0A1B'")
                .containsPattern("FAIL +databricks volume +DBX202")
                .contains("repair: CREATE VOLUME main.etl.other");
    }

    @Test
    void aWorkspaceThatDoesNotKnowUsIsOneLine() {
        variables.put("DATABRICKS_TOKEN", WRONG_KEY);
        assertThat(run("doctor", "--env", "bricks")).isEqualTo(3);
        assertThat(out.toString())
                .containsPattern("FAIL +databricks sign-in +Databricks at .* Invalid access token")
                .contains("repair: the token has expired, was revoked or is of another workspace: set DATABRICKS_TOKEN")
                .containsPattern("skip +databricks ")
                .doesNotContain(WRONG_KEY);
    }

    private int run(String... arguments) {
        try (Terminal terminal = Terminal.plain(out, err)) {
            variables.put("ADXFLOW_ENTRA_STAND_IN", entra.uri().toString());
            Wiring wiring = new Wiring(variables, Clock.systemUTC(), directory, SparkHost.WORKSTATION);
            return FlowCommand.run(wiring, terminal, arguments);
        }
    }

    private static String environment(String url, String rest) {
        return "adx:\n  cluster: " + url + "\n  database: NetDefaultDB\n  engine: builtin\n  " + rest + "\n";
    }

    private static String key(String secret) {
        return "auth: {mode: app-key, tenant: contoso.com, app-id: " + FakeEntra.APP + ", app-key: \"" + secret + "\"}";
    }

    private static String job(String kql, String sink) {
        return "name: copy\nread:\n  rows: {kql: \"" + kql + "\"}\nwrite:\n  " + sink
                + ": {from: rows, mode: append}\n";
    }

    private static void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
