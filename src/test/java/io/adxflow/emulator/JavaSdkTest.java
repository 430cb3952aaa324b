package io.adxflow.emulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Microsoft's Java SDK as its users have it against the emulator. Maven gives the class path; without it the test is skipped. */
@Tag("slow")
class JavaSdkTest {
    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> theSdkFindsWhatItExpects() throws IOException, InterruptedException {
        JavaSdkProgram program = JavaSdkProgram.compile(directory);
        EmulatorOptions options =
                EmulatorOptions.in(directory.resolve("data")).withDatabases(List.of(JavaSdkProgram.DATABASE));
        try (Emulator emulator = Emulator.start(options)) {
            return program.claims(emulator.uri());
        }
    }
}
