package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        String classPath = compiled(classPath());
        EmulatorOptions options = EmulatorOptions.in(directory.resolve("data")).withDatabases(List.of("db"));
        try (Emulator emulator = Emulator.start(options)) {
            ClientProcess client = ClientProcess.run(
                    PROGRAM,
                    List.of(
                            tool("java"),
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

    private String classPath() throws IOException, InterruptedException {
        assumeTrue(ClientProcess.exists("mvn"), "there is no Maven on the path");
        Path file = directory.resolve("classpath.txt");
        ClientProcess maven = ClientProcess.run(
                PROGRAM, List.of("mvn", "-B", "-q", "dependency:build-classpath", "-Dmdep.outputFile=" + file));
        assumeTrue(maven.isSuccess(), () -> "Maven gives no class path for the SDK: " + maven.output());
        return Files.readString(file);
    }

    /** The class path with the program's own classes in front. */
    private String compiled(String classPath) throws IOException, InterruptedException {
        Path classes = directory.resolve("classes");
        List<String> command =
                new ArrayList<>(List.of(tool("javac"), "-nowarn", "-d", classes.toString(), "-cp", classPath));
        try (Stream<Path> files = Files.list(PROGRAM)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(command::add);
        }
        ClientProcess javac = ClientProcess.run(PROGRAM, command);
        assertThat(javac.isSuccess()).as(javac.output()).isTrue();
        return classes + File.pathSeparator + classPath;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
