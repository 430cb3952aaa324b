package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The program {@code src/test/clients/java-sdk} in a Java of its own, with Microsoft's Java SDK as its users have it: with its own
 * netty and Jackson.
 */
public final class JavaSdkProgram {
    /** The database that the program uses. */
    public static final String DATABASE = "db";

    private static final Path PROGRAM = Path.of("src/test/clients/java-sdk").toAbsolutePath();

    private final String classPath;

    private JavaSdkProgram(String classPath) {
        this.classPath = classPath;
    }

    /** Skips the test where Maven is missing or does not find the SDK. */
    public static JavaSdkProgram compile(Path work) throws IOException, InterruptedException {
        return new JavaSdkProgram(MavenProgram.compile(PROGRAM, work));
    }

    /** Runs the program; one test for each thing that it claims. */
    public Stream<DynamicTest> claims(URI cluster) throws IOException, InterruptedException {
        return run(List.of("http://localhost:" + cluster.getPort()));
    }

    /** The same for what goes through the storage only. */
    public Stream<DynamicTest> queuedClaims(URI cluster) throws IOException, InterruptedException {
        return run(List.of("http://localhost:" + cluster.getPort(), "queued"));
    }

    private Stream<DynamicTest> run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                MavenProgram.tool("java"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                classPath,
                "SdkClient"));
        command.addAll(arguments);
        ClientProcess client = ClientProcess.run(PROGRAM, command);
        List<ClientProcess.Claim> claims = client.claims();
        assertThat(claims).as(client.output()).isNotEmpty();
        return claims.stream()
                .map(claim -> dynamicTest(
                        claim.text(),
                        () -> assertThat(claim.isHeld()).as(claim.reason()).isTrue()));
    }
}
