package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Java programs with a class path of their own, which Maven gives. */
final class MavenProgram {
    private MavenProgram() {}

    /**
     * Compiles the sources of a folder that has a {@code pom.xml}, and answers the class path with the classes in front. Skips the
     * test where Maven is missing or does not find what the program needs.
     */
    static String compile(Path program, Path work) throws IOException, InterruptedException {
        String libraries = libraries(program, work);
        Path classes = work.resolve("classes");
        List<String> command =
                new ArrayList<>(List.of(tool("javac"), "-nowarn", "-d", classes.toString(), "-cp", libraries));
        try (Stream<Path> files = Files.list(program)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(command::add);
        }
        ClientProcess javac = ClientProcess.run(program, command);
        assertThat(javac.isSuccess()).as(javac.output()).isTrue();
        return classes + File.pathSeparator + libraries;
    }

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static String libraries(Path program, Path work) throws IOException, InterruptedException {
        assumeTrue(ClientProcess.exists("mvn"), "there is no Maven on the path");
        Path file = work.resolve("classpath.txt");
        ClientProcess maven = ClientProcess.run(
                program, List.of("mvn", "-B", "-q", "dependency:build-classpath", "-Dmdep.outputFile=" + file));
        assumeTrue(maven.isSuccess(), () -> "Maven gives no class path for the program: " + maven.output());
        return Files.readString(file);
    }
}
