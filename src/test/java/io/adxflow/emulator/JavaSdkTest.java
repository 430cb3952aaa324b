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
 * Microsoft's Java SDK as its users have it, with its own netty and Jackson, against the emulator: the program
 * {@code src/test/clients/java-sdk} in a Java of its own. Maven gives the class path; without it the test is skipped.
 */
@Tag("slow")
class JavaSdkTest {
    private static final Path PROGRAM = Path.of("src/test/clients/java-sdk").toAbsolutePath();

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> theSdkFindsWhatItExpects() throws IOException, InterruptedException {
        String classPath = MavenProgram.compile(PROGRAM, directory);
        EmulatorOptions options = EmulatorOptions.in(directory.resolve("data")).withDatabases(List.of("db"));
        try (Emulator emulator = Emulator.start(options)) {
            ClientProcess client = ClientProcess.run(
                    PROGRAM,
                    List.of(
                            MavenProgram.tool("java"),
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                            "-cp",
                            classPath,
                            "SdkClient",
                            "http://localhost:" + emulator.uri().getPort()));
            List<ClientProcess.Claim> claims = client.claims();
            assertThat(claims).as(client.output()).isNotEmpty();
            return claims.stream()
                    .map(claim -> dynamicTest(
                            claim.text(),
                            () -> assertThat(claim.isHeld()).as(claim.reason()).isTrue()));
        }
    }
}
