package io.adxflow.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.emulator.Emulator;
import io.adxflow.entra.FakeEntra;
import io.adxflow.entra.TokenGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors of a cluster sign in by themselves, and renew tokens that end while their tasks run. */
@Tag("packaged")
class TokenRenewalTest {
    private static final String DATABASE = "NetDefaultDB";

    @TempDir
    static Path directory;

    private static FakeEntra entra;
    private static Emulator emulator;
    private static TokenGate gate;
    private static StandaloneCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        entra = FakeEntra.start();
        entra.tokens().liveFor(4);
        emulator = Emulator.start(directory.resolve("adx"));
        gate = new TokenGate(emulator.uri().toString(), entra.tokens());
        cluster = StandaloneCluster.start(directory);
        Files.createDirectories(directory.resolve("events"));
        Files.writeString(
                directory.resolve("short.yaml"),
                "adx:\n  cluster: " + gate.url() + "\n  database: " + DATABASE + "\n  engine: builtin\n  auth:\n"
                        + "    {mode: app-key, tenant: contoso.com, app-id: " + FakeEntra.APP
                        + ", app-key: \"{{secrets/adx/key}}\"}\n");
        Files.writeString(
                directory.resolve("slow.yaml"),
                """
                name: slow
                read:
                  one: {kql: "range Id from 1 to 3 step 1 | extend Slow = 'a'"}
                  two: {kql: "range Id from 1 to 3 step 1 | extend Slow = 'b'"}
                  three: {kql: "range Id from 1 to 3 step 1 | extend Slow = 'c'"}
                transform:
                  all: SELECT * FROM one UNION ALL SELECT * FROM two UNION ALL SELECT * FROM three
                write:
                  Rows: {from: all, mode: append}
                """);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
        gate.close();
        emulator.close();
        entra.close();
    }

    @Test
    void tasksMayOutliveTheirTokens() throws Exception {
        StandaloneCluster.Submission run = cluster.inClientMode(
                new StandaloneCluster.Program(
                        "io.adxflow.Main",
                        Checkout.file("target/adxflow-job.jar"),
                        Map.of(
                                "spark.cores.max",
                                "1",
                                "spark.eventLog.enabled",
                                "true",
                                "spark.eventLog.dir",
                                directory.resolve("events").toUri().toString()),
                        List.of("run", file("slow.yaml"), "--env", file("short.yaml"))),
                Map.of("ADXFLOW_ENTRA_STAND_IN", entra.uri().toString(), "ADXFLOW_SECRET_ADX_KEY", FakeEntra.KEY));

        assertThat(run.state()).as(run.output()).isEqualTo("FINISHED");
        assertThat(rows()).isEqualTo(9);
        assertThat(gate.refused()).isEmpty();
        assertThat(gate.ofSlowQueries()).hasSize(3).doesNotContainAnyElementsOf(gate.ofCommands());
        assertThat(gate.leaks()).isEmpty();
        assertThat(directory.resolve("events")).isNotEmptyDirectory();
    }

    private static long rows() {
        try (AdxClient client =
                AdxClient.connect(AdxCluster.at(emulator.uri().toString(), DATABASE, new AdxAuth.None()))) {
            return client.query(DATABASE, "Rows | count", AdxOptions.none()).number(0, "Count");
        }
    }

    private static String file(String name) {
        return directory.resolve(name).toString();
    }
}
