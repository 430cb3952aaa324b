package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.canary.Canary;
import io.adxflow.emulator.Emulator;
import io.adxflow.entra.FakeEntra;
import io.adxflow.run.model.SparkHost;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
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

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> variables =
            new HashMap<>(Map.of("XDG_CONFIG_HOME", directory.resolve("home").toString()));

    @BeforeAll
    static void describe() throws IOException {
        entra = FakeEntra.start();
        emulator = Emulator.start(directory.resolve("adx"));
        String url = emulator.uri().toString();
        try (AdxClient client = AdxClient.connect(AdxCluster.at(url, "NetDefaultDB", new AdxAuth.None()))) {
            client.command("NetDefaultDB", ".create table Storms (Name:string, Wind:long)");
            client.command("NetDefaultDB", ".create table Copy (Name:string, Wind:real)");
        }
        write("conf/local.yaml", environment(url, "emulator: true"));
        write("conf/prod.yaml", environment(url, key("{{secrets/adx/key}}")));
        write("conf/gone.yaml", environment("https://contoso.nowhere.invalid", key("{{secrets/adx/key}}")));
        write("job.yaml", job("Storms | where Wind > 3", "New"));
        write("unfit.yaml", job("Storms", "Copy"));
        write("unknown.yaml", job("Storm", "New"));
    }

    @AfterAll
    static void leave() {
        emulator.close();
        entra.close();
    }

    @Test
    void everythingThatIsThereIsALine() {
        assertThat(run("doctor", "job.yaml")).as(out.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("ok +environment +complete")
                .containsPattern("ok +job +complete")
                .containsPattern("ok +time zone +UTC")
                .containsPattern("ok +engine builtin")
                .containsPattern("ok +engine endpoint")
                .containsPattern("ok +ingestion endpoint")
                .containsPattern("ok +storage ")
                .containsPattern("ok +source rows +2 columns: Name, Wind")
                .containsPattern("ok +sink New +the table is not there, and the first run creates it")
                .contains("everything that was looked at is there");
    }

    @Test
    void rowsThatDoNotFitTheirTableAreFound() {
        assertThat(run("doctor", "unfit.yaml")).isEqualTo(3);
        assertThat(out.toString()).containsPattern("FAIL +sink Copy +RUN112 the column 'Wind' is long in 'rows'");
    }

    @Test
    void aTableThatIsMissingIsFound() {
        assertThat(run("doctor", "unknown.yaml", "--json")).isEqualTo(3);
        assertThat(out.toString()).contains("\"subject\":\"source rows\",\"verdict\":\"fail\"");
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
