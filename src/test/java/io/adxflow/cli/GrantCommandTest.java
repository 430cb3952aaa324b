package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.Answers;
import io.adxflow.adx.FakeAdx;
import io.adxflow.canary.Canary;
import io.adxflow.emulator.Emulator;
import io.adxflow.entra.FakeEntra;
import io.adxflow.run.model.SparkHost;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantCommandTest {
    private static final String ADMIN = "aadapp=" + FakeEntra.APP + ";" + FakeEntra.TENANT;
    private static final String LISTING =
            "[{\"ColumnName\":\"Role\",\"ColumnType\":\"string\"},{\"ColumnName\":\"PrincipalFQN\",\"ColumnType\":\"string\"},"
                    + "{\"ColumnName\":\"TableName\",\"ColumnType\":\"string\"}]";

    @TempDir
    private Path directory;

    private final FakeEntra entra = FakeEntra.start();
    private final FakeAdx adx = FakeAdx.start();
    private String standIn = entra.uri().toString();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void describe() throws IOException {
        Files.createDirectories(directory.resolve("conf"));
        Files.writeString(
                directory.resolve("conf/prod.yaml"),
                "adx:\n  cluster: " + adx.url() + "\n  database: Telemetry\n  engine: builtin\n  auth:\n"
                        + "    mode: app-key\n    tenant: contoso.com\n    app-id: " + FakeEntra.APP
                        + "\n    app-key: \"{{secrets/adx/key}}\"\n");
        Files.writeString(
                directory.resolve("conf/bare.yaml"),
                "adx:\n  cluster: " + adx.url() + "\n  database: Telemetry\n  engine: builtin\n  emulator: true\n");
        Files.writeString(
                directory.resolve("job.yaml"),
                "name: copy\nread:\n  rows: {kql: \"T | union database('Other').T\"}\nwrite:\n  Copy: {from: rows, mode: replace}\n");
        Files.writeString(
                directory.resolve("reader.yaml"),
                "name: reader\nread:\n  rows: {kql: T}\nwrite:\n  csv: {from: rows, file: out.csv, mode: replace}\n");
    }

    @AfterEach
    void leave() {
        entra.close();
        adx.close();
    }

    @Test
    void aJobThatWritesNeedsTheLeastRolesForThat() {
        assertThat(run("grant", "job.yaml", "--env", "prod")).as(err.toString()).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "// what the job copy needs, for an administrator to run",
                        ".add database ['Telemetry'] users ('" + ADMIN
                                + "') skip-results 'adxflow: creates staging tables'",
                        ".add database ['Telemetry'] ingestors ('" + ADMIN
                                + "') skip-results 'adxflow: loads staging tables'",
                        ".add database ['Other'] viewers ('" + ADMIN + "') skip-results 'adxflow: reads'",
                        "// unless the job is to create the table, and to be its admin so:",
                        ".add table ['Copy'] admins ('" + ADMIN
                                + "') skip-results 'adxflow: replace moves rows into it'");
        assertThat(adx.requests()).isEmpty();
    }

    @Test
    void aJobThatOnlyReadsIsAViewer() {
        assertThat(run("grant", "reader.yaml", "--env", "prod"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains(".add database ['Telemetry'] viewers")
                .doesNotContain("users", "admins");
    }

    @Test
    void withoutASignInThePrincipalIsAskedFor() {
        assertThat(run("grant", "job.yaml", "--env", "bare")).isEqualTo(2);
        assertThat(err.toString()).contains("error ADX204").contains("--principal 'aadapp=");
        assertThat(run("grant", "job.yaml", "--env", "bare", "--principal", "x' drop"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("error CLI121");
    }

    @Test
    void whatIsMissingIsGivenAndShown() {
        adx.always("/v1/rest/mgmt", 200, Answers.tables(LISTING, "[]"));
        assertThat(run("grant", "job.yaml", "--env", "bare", "--principal", ADMIN, "--apply"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("before  database 'Telemetry': no role", "after   database 'Other': no role");
        assertThat(commands()).filteredOn(command -> command.contains(".add ")).hasSize(3);
    }

    @Test
    void whatIsThereIsNotGivenAgain() {
        String admin = "[[\"Database Admin\",\"" + ADMIN + "\",\"Copy\"]]";
        adx.always("/v1/rest/mgmt", 200, Answers.tables(LISTING, admin));
        assertThat(run("grant", "job.yaml", "--env", "bare", "--principal", ADMIN, "--apply"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("after   table 'Copy': Database Admin");
        assertThat(commands()).noneMatch(command -> command.contains(".add "));
    }

    @Test
    void theEmulatorKeepsWhatIsGiven() throws IOException {
        try (Emulator emulator = Emulator.start(directory.resolve("adx"))) {
            Files.writeString(
                    directory.resolve("conf/local.yaml"),
                    "adx:\n  cluster: " + emulator.uri() + "\n  database: NetDefaultDB\n  engine: builtin\n"
                            + "  emulator: true\n");
            run("kql", ".create table Copy (Id:long)");
            Files.writeString(
                    directory.resolve("job.yaml"),
                    "name: copy\nread:\n  rows: {kql: T}\nwrite:\n  Copy: {from: rows, mode: replace}\n");
            assertThat(run("grant", "job.yaml", "--principal", ADMIN, "--apply"))
                    .as(err.toString())
                    .isZero();
            assertThat(out.toString())
                    .contains("before  table 'Copy': no role")
                    .contains("after   database 'NetDefaultDB': Database NetDefaultDB User")
                    .contains("after   table 'Copy': Table Copy Admin");
            err.getBuffer().setLength(0);
            assertThat(run("grant", "job.yaml", "--principal", ADMIN, "--apply"))
                    .isZero();
            assertThat(err.toString()).doesNotContain(".add ");
        }
    }

    @Test
    void aStandInForEntraIsOfThisMachine() {
        standIn = "http://entra.example.com";
        assertThat(run("tenant", "contoso.com")).isEqualTo(2);
        assertThat(err.toString()).contains("error CLI122");
    }

    /** The library looks for the service in the environment variables of the process, so this is one of its own. */
    @Test
    void anAppServiceSignsInByItsOwnService() throws Exception {
        entra.machine().assign("client-7");
        entra.machine().protectWith(Canary.secret("identity-header"));
        Files.writeString(
                directory.resolve("conf/service.yaml"),
                "adx:\n  cluster: " + adx.url() + "\n  database: Telemetry\n  engine: builtin\n  auth:\n"
                        + "    {mode: managed-identity, app-id: client-7}\n");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder program = new ProcessBuilder(java.toString(), "-cp", classPath(), "io.adxflow.Main")
                .directory(directory.toFile())
                .redirectErrorStream(true);
        program.command().addAll(List.of("grant", "job.yaml", "--env", "service"));
        program.environment().put("ADXFLOW_ENTRA_STAND_IN", standIn);
        program.environment().put("IDENTITY_ENDPOINT", standIn + "/msi/token");
        program.environment().put("IDENTITY_HEADER", Canary.secret("identity-header"));
        Process grant = program.start();
        String said = new String(grant.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(grant.waitFor()).as(said).isZero();
        assertThat(said).contains("('aadapp=client-7;" + FakeEntra.TENANT + "')");
        assertThat(entra.requests())
                .filteredOn(request -> request.path().equals("/msi/token"))
                .singleElement()
                .satisfies(request -> assertThat(request.form())
                        .containsEntry("client_id", "client-7")
                        .containsEntry("api-version", "2019-08-01"));
    }

    @Test
    void aPersonHasToBeSignedInToApply() {
        assertThat(run("grant", "job.yaml", "--env", "prod", "--apply")).isEqualTo(2);
        assertThat(err.toString()).contains("error ENT202: nobody is signed in").contains("adxflow login");
    }

    /** That of this process, seen from any folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private List<String> commands() {
        return adx.requests().stream().map(FakeAdx.Request::body).toList();
    }

    private int run(String... arguments) {
        try (Terminal terminal = Terminal.plain(out, err)) {
            Map<String, String> variables = Map.of(
                    "ADXFLOW_ENTRA_STAND_IN",
                    standIn,
                    "ADXFLOW_SECRET_ADX_KEY",
                    FakeEntra.KEY,
                    "XDG_CONFIG_HOME",
                    directory.resolve("home").toString());
            Wiring wiring = new Wiring(variables, Clock.systemUTC(), directory, SparkHost.WORKSTATION);
            return FlowCommand.run(wiring, terminal, arguments);
        }
    }
}
