package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts a process of its own, because this one may have loaded Spark for another test. */
class CheckLoadsNoSparkTest {
    private static final String GRAMMAR = "org.apache.spark.sql.catalyst.parser.SqlBase";

    @TempDir
    private Path folder;

    @Test
    void theGrammarIsAllThatIsLoadedOfSpark() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt");
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.adxflow.Main",
                        "check",
                        "jobs/storm-seasons.yaml",
                        "jobs/storm-approaches.yaml")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        List<String> ofSpark = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" org.apache.spark.") || line.contains(" scala."))
                .toList();
        assertThat(ofSpark).isNotEmpty().allMatch(line -> line.contains(GRAMMAR));
    }
}
