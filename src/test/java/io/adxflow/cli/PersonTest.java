package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.Answers;
import io.adxflow.adx.FakeAdx;
import io.adxflow.entra.FakeEntra;
import io.adxflow.run.model.SparkHost;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a domain to a query as a person, on the command line. */
class PersonTest {
    @TempDir
    private Path directory;

    private final FakeEntra entra = FakeEntra.start();
    private final FakeAdx adx = FakeAdx.start();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void describe() throws IOException {
        Files.createDirectories(directory.resolve("conf"));
        Files.writeString(
                directory.resolve("conf/dev.yaml"),
                "adx:\n  cluster: " + adx.url() + "\n  database: db\n  engine: builtin\n"
                        + "  auth: {mode: device-code, tenant: contoso.com}\n");
    }

    @AfterEach
    void leave() {
        entra.close();
        adx.close();
    }

    @Test
    void aDomainGivesTheTenant() {
        assertThat(run("tenant", "Contoso.com")).isZero();
        assertThat(out).hasToString(FakeEntra.TENANT + System.lineSeparator());
    }

    @Test
    void aTenantIsKnownByItsIdAndAsJson() {
        assertThat(run("tenant", FakeEntra.TENANT, "--json")).isZero();
        assertThat(out.toString())
                .contains("\"tenant\":\"" + FakeEntra.TENANT + "\"", "\"cloud\":\"public\"", "\"region\":\"EU\"");
    }

    @Test
    void anUnknownDomainIsBadInput() {
        assertThat(run("tenant", "fabrikam.com", "--cloud", "china")).isEqualTo(2);
        assertThat(err.toString()).contains("error ENT103: Entra ID (china) knows no tenant 'fabrikam.com'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso.com/../x",
                "contoso",
                "",
                " ",
                "contoso.com?x=1",
                "contoso.com#x",
                "a@contoso.com",
                "con%2ftoso.com",
                "contoso.com\r\nHost: x",
                "--x.com/",
                "münchen.de",
                "https://contoso.com",
                "contoso..com",
                "{tenantid}"
            })
    void whatIsNoDomainIsNotAskedFor(String text) {
        assertThat(run("tenant", "--", text)).isEqualTo(2);
        assertThat(err.toString()).contains("error ENT101");
        assertThat(entra.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "Common", "organizations", "consumers"})
    void whatStandsForManyTenantsIsNone(String text) {
        assertThat(run("tenant", text)).isEqualTo(2);
        assertThat(err.toString()).contains("error ENT102: '" + text.toLowerCase() + "' stands for many tenants");
        assertThat(entra.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "us-government", "china"})
    void everyCloudHasTenants(String cloud) {
        assertThat(run("tenant", "contoso.com", "--cloud", cloud, "--json")).isZero();
        assertThat(out.toString()).contains("\"cloud\":\"" + cloud + "\"", "\"tenant\":\"" + FakeEntra.TENANT);
    }

    @Test
    void withoutANetworkTheAddressIsNamed() {
        entra.close();
        assertThat(run("tenant", "gone.contoso.com")).isEqualTo(1);
        assertThat(err.toString()).contains("error: ").contains("127.0.0.1");
    }

    @Test
    void theDoctorWorksAsThePerson() throws IOException {
        assertThat(run("login", "--env", "dev")).isZero();
        run("doctor", "--env", "dev");
        assertThat(out.toString()).contains("of aaduser=ada@contoso.com;" + FakeEntra.TENANT);
        assertSecretsAreNowhere();
    }

    @Test
    void allSignInsAreForgottenAlsoBrokenOnes() throws IOException {
        assertThat(run("login")).isZero();
        Path broken = directory.resolve("home/adxflow/sign-in-china.json");
        Files.writeString(broken, "{broken");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rw-------"));
        assertThat(run("login", "--cloud", "china")).isEqualTo(2);
        assertThat(err.toString()).contains("error ENT303").contains("adxflow logout --all");
        assertThat(run("logout", "--all")).isZero();
        assertThat(out.toString()).contains("signed out of the cloud public, of the cloud china");
        assertThat(run("logout", "--all")).isZero();
        assertThat(out.toString()).contains("nobody was signed in");
    }

    @Test
    void aPersonLogsInQueriesAndLogsOut() throws IOException {
        adx.then(200, Answers.of(Answers.table("[[1,\"a\"]]")));
        assertThat(run("kql", "T", "--env", "dev")).isEqualTo(2);
        assertThat(err.toString()).contains("error ENT202: nobody is signed in").contains("adxflow login");
        assertThat(run("login", "--env", "dev")).isZero();
        assertThat(err.toString()).contains("enter the code ABCD-EFGH");
        assertThat(out.toString()).contains("signed in as ada@contoso.com");
        assertThat(run("kql", "T", "--env", "dev")).isZero();
        assertThat(adx.requests()).singleElement().satisfies(request -> assertThat(
                        entra.tokens().issued())
                .contains(request.headers().get("authorization").replace("Bearer ", "")));
        assertSecretsAreNowhere();
        assertThat(run("logout", "--env", "dev")).isZero();
        assertThat(out.toString()).contains("signed out ada@contoso.com");
    }

    @Test
    void nobodyLogsInForAnApplication() throws IOException {
        Files.writeString(
                directory.resolve("conf/prod.yaml"),
                "adx:\n  cluster: " + adx.url() + "\n  database: db\n  engine: builtin\n"
                        + "  auth: {mode: managed-identity}\n");
        assertThat(run("login", "--env", "prod")).isEqualTo(2);
        assertThat(err.toString()).contains("signs in with managed-identity, and nobody logs in for that");
    }

    private int run(String... arguments) {
        try (Terminal terminal = Terminal.plain(out, err)) {
            Map<String, String> variables = Map.of(
                    "ADXFLOW_ENTRA_STAND_IN",
                    entra.uri().toString(),
                    "XDG_CONFIG_HOME",
                    directory.resolve("home").toString());
            Wiring wiring = new Wiring(variables, Clock.systemUTC(), directory, SparkHost.WORKSTATION);
            return FlowCommand.run(wiring, terminal, arguments);
        }
    }

    /** The sign-in's own file is the one place. */
    private void assertSecretsAreNowhere() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("adxflow/sign-in-public.json"))
                    .toList();
        }
        String said = out.toString() + err;
        for (String secret : entra.tokens().issued()) {
            assertThat(said).doesNotContain(secret);
            for (Path file : files) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
            }
        }
    }
}
