package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.emulator.Emulator;
import io.adxflow.run.model.SparkHost;
import java.io.IOException;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a command whose environment expects an emulator where none answers. */
class LocalAdxTest {
    private static final String DATABASE = "NetDefaultDB";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    private Wiring wiring;

    @BeforeEach
    void expectAnEmulatorWhereNobodyListens() throws IOException {
        wiring = new Wiring(Map.of(), Clock.systemUTC(), directory, SparkHost.WORKSTATION);
        try (ServerSocket free = new ServerSocket(0)) {
            Files.createDirectories(directory.resolve("conf"));
            Files.writeString(
                    directory.resolve("conf/local.yaml"),
                    FlowRoom.environment("http://localhost:" + free.getLocalPort()));
        }
    }

    @Test
    void theEmulatorOfTheFolderIsNamedWhenItListensElsewhere() throws IOException {
        try (Emulator emulator = Emulator.start(directory.resolve("elsewhere"))) {
            new EmulatorFile(wiring).write(emulator.uri(), directory.resolve("elsewhere"));
            assertThat(kql("print 1")).isEqualTo(2);
            assertThat(err.toString())
                    .contains("error CLI110")
                    .contains("runs at " + emulator.uri())
                    .contains("adxflow emulator stop");
        }
    }

    @Test
    void theDataOfAnEmulatorThatWasKilledIsThereAgain() throws IOException {
        try (Emulator emulator = Emulator.start(directory.resolve("elsewhere"));
                AdxClient client = client(emulator)) {
            client.command(DATABASE, ".set-or-append " + Sample.TABLE + " <| print n = 42");
            new EmulatorFile(wiring).write(emulator.uri(), directory.resolve("elsewhere"));
        }
        assertThat(kql(Sample.TABLE + " | project n")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("42");
        assertThat(err.toString()).contains("was killed").contains("elsewhere");
    }

    @Test
    void aNoteThatNobodyCanReadIsNoNote() throws IOException {
        Files.createDirectories(wiring.stateDirectory());
        Files.writeString(wiring.stateDirectory().resolve("emulator.pid"), "rubbish");
        EmulatorFile file = new EmulatorFile(wiring);
        assertThat(file.read()).isEmpty();
        assertThat(file.data()).isEmpty();
    }

    @Test
    void aProcessThatBeganAtAnotherTimeIsNotTheOneThatWasNoted() throws IOException {
        EmulatorFile file = new EmulatorFile(wiring);
        file.write(URI.create("http://localhost:1"), directory);
        assertThat(file.read()).isPresent();
        Path note = wiring.stateDirectory().resolve("emulator.pid");
        List<String> lines = Files.readAllLines(note);
        lines.set(3, "1");
        Files.write(note, lines);
        assertThat(file.read()).isEmpty();
        assertThat(file.data()).contains(directory.toAbsolutePath().normalize());
    }

    private static AdxClient client(Emulator emulator) {
        return AdxClient.connect(AdxCluster.at(emulator.uri().toString(), DATABASE, new AdxAuth.None()));
    }

    private int kql(String query) {
        try (Terminal terminal = Terminal.plain(out, err)) {
            return FlowCommand.run(wiring, terminal, "kql", query);
        }
    }
}
