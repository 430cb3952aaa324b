package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.canary.Canary;
import io.adxflow.databricks.FakeWorkspace;
import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.EmulatorOptions;
import io.adxflow.entra.FakeEntra;
import io.adxflow.entra.TokenGate;
import io.adxflow.run.model.SparkHost;
import io.adxflow.secret.Secret;
import io.adxflow.sparktest.SharedSpark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a domain and an empty workspace to a job that runs there, one command after the other, against an Entra ID, a cluster
 * and a workspace that refuse what the real ones refuse.
 */
@Tag("endtoend")
class NewUserTest {
    private static final String DATABASE = "NetDefaultDB";
    private static final String APP = Canary.secret("app");
    private static final String ADMIN = Canary.secret("admin");

    @TempDir
    Path directory;

    private final FakeEntra entra = FakeEntra.start();
    private final FakeWorkspace workspace = FakeWorkspace.start();
    private Emulator emulator;
    private TokenGate adx;
    private String out = "";
    private String err = "";

    @BeforeEach
    void describe() throws IOException {
        SharedSpark.session();
        Path tokens = Files.writeString(
                directory.resolve("tokens"),
                APP + " aadapp=" + FakeEntra.APP + ";" + FakeEntra.TENANT + "\n" + ADMIN + " aaduser=ada@contoso.com;"
                        + FakeEntra.TENANT + " admins\n");
        emulator = Emulator.start(EmulatorOptions.in(directory.resolve("adx")).requiringTokens(tokens));
        adx = new TokenGate(
                emulator.uri().toString(), entra.tokens(), Map.of(FakeEntra.APP, APP, "ada@contoso.com", ADMIN));
        command(".set-or-append Storms <| datatable(Name:string, Wind:int)['Amy', 60, 'Karl', 75]");
        Files.writeString(directory.resolve("job.jar"), "a jar");
        write(
                "jobs/winds.yaml",
                "name: winds\nread:\n  storms: {kql: Storms}\ntransform:\n  winds: SELECT Name, Wind FROM storms\n"
                        + "write:\n  Winds: {from: winds, mode: replace}\n");
    }

    @AfterEach
    void leave() {
        adx.close();
        emulator.close();
        workspace.close();
        entra.close();
    }

    @Test
    void fromADomainToAJobInTheWorkspace() throws IOException {
        assertThat(run("tenant", "contoso.com")).as(err).isZero();
        assertThat(out.strip()).isEqualTo(FakeEntra.TENANT);
        write("conf/prod.yaml", environment());

        assertThat(run("doctor", "jobs/winds.yaml", "--env", "prod", "--jar", file("job.jar")))
                .isEqualTo(3);
        assertThat(out)
                .containsPattern("FAIL +secret adx/myaadappkey +RUN121")
                .containsPattern("FAIL +databricks secret adx/myaadappkey +DBX206 there is no secret scope 'adx'")
                .contains("repair: adxflow secrets create-scope adx --env prod");
        assertThat(run("secrets", "create-scope", "adx", "--env", "prod"))
                .as(err)
                .isZero();
        assertThat(type(FakeEntra.KEY + "\n", "secrets", "put", "adx", "myaadappkey", "--env", "prod"))
                .as(err)
                .isZero();
        Path secrets = write("conf/prod.secrets", "adx/myaadappkey = " + FakeEntra.KEY + "\n");
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-------"));

        assertThat(run("doctor", "jobs/winds.yaml", "--env", "prod", "--jar", file("job.jar")))
                .isEqualTo(3);
        assertThat(out)
                .containsPattern("ok +databricks secret adx/myaadappkey +is there")
                .containsPattern("ok +token +of aadapp=" + FakeEntra.APP)
                .containsPattern("FAIL +engine endpoint +ADX203")
                .contains("adxflow grant");
        assertThat(run("login")).as(err).isZero();
        assertThat(run("grant", "jobs/winds.yaml", "--env", "prod", "--apply"))
                .as(err)
                .isZero();

        assertThat(run("doctor", "jobs/winds.yaml", "--env", "prod", "--jar", file("job.jar")))
                .as(out + err)
                .isZero();
        assertThat(run("run", "jobs/winds.yaml", "--env", "prod")).as(err).isZero();
        assertThat(rows()).isEqualTo(2);
        assertThat(run("run", "jobs/winds.yaml", "--env", "prod")).as(err).isZero();
        assertThat(run("doctor", "jobs/winds.yaml", "--env", "prod", "--jar", file("job.jar")))
                .as(out + err)
                .isZero();

        assertThat(run("deploy", "jobs/winds.yaml", "--env", "prod", "--jar", file("job.jar"), "--apply"))
                .as(err)
                .isZero();
        assertThat(run(
                        "submit",
                        "jobs/winds.yaml",
                        "--env",
                        "prod",
                        "--jar",
                        file("job.jar"),
                        "--wait",
                        "--poll",
                        "PT0.01S"))
                .as(err)
                .isZero();
        assertThat(err).contains("TERMINATED SUCCESS");
    }

    private String environment() {
        return """
                adx:
                  cluster: %s
                  database: %s
                  engine: builtin
                  auth:
                    mode: app-key
                    tenant: contoso.com
                    app-id: %s
                    app-key: "{{secrets/adx/myaadappkey}}"
                databricks:
                  host: %s
                  volume: /Volumes/main/etl/adxflow
                """
                .formatted(adx.url(), DATABASE, FakeEntra.APP, workspace.uri());
    }

    /** As the administrator, so that there is something to read. */
    private void command(String csl) {
        try (AdxClient client = client()) {
            client.command(DATABASE, csl);
        }
    }

    private long rows() {
        try (AdxClient client = client()) {
            return client.query(DATABASE, "Winds | count", AdxOptions.none()).number(0, "Count");
        }
    }

    private AdxClient client() {
        return AdxClient.connect(
                AdxCluster.at(emulator.uri().toString(), DATABASE, new AdxAuth.Token(new Secret(ADMIN))));
    }

    private int type(String input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(arguments);
        } finally {
            System.setIn(before);
        }
    }

    private int run(String... arguments) {
        StringWriter results = new StringWriter();
        StringWriter says = new StringWriter();
        Map<String, String> variables = Map.of(
                "ADXFLOW_ENTRA_STAND_IN",
                entra.uri().toString(),
                "DATABRICKS_TOKEN",
                FakeWorkspace.TOKEN,
                "XDG_CONFIG_HOME",
                file("home"));
        try (Terminal terminal = Terminal.plain(results, says)) {
            Wiring wiring = new Wiring(variables, Clock.systemUTC(), directory, SparkHost.WORKSTATION);
            return FlowCommand.run(wiring, terminal, arguments);
        } finally {
            out = results.toString();
            err = says.toString();
            assertThat(out + err).doesNotContain(FakeEntra.KEY, FakeWorkspace.TOKEN);
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }
}
