package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Microsoft's clients for Node against the emulator: the program {@code src/test/clients/node}. Skipped without Node, or
 * where npm cannot install them.
 */
@Tag("slow")
class NodeClientTest {
    private static final Path PROGRAM = Path.of("src/test/clients/node");

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> theClientsFindWhatTheyExpect() throws IOException, InterruptedException {
        Path program = NodeProgram.install(
                directory.resolve("program"), List.of(PROGRAM.resolve("package.json"), PROGRAM.resolve("client.js")));
        EmulatorOptions options = EmulatorOptions.in(directory.resolve("data")).withDatabases(List.of("db"));
        try (Emulator emulator = Emulator.start(options)) {
            String cluster = "http://localhost:" + emulator.uri().getPort();
            ClientProcess client = ClientProcess.run(program, List.of("node", "client.js", cluster));
            List<ClientProcess.Claim> claims = client.claims();
            assertThat(claims).as(client.output()).isNotEmpty();
            return claims.stream()
                    .map(claim -> dynamicTest(
                            claim.text(),
                            () -> assertThat(claim.isHeld()).as(claim.reason()).isTrue()));
        }
    }
}
