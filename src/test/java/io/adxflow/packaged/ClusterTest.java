package io.adxflow.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.json.Json;
import io.adxflow.databricks.FakeDbutils;
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

/**
 * The job jar on a cluster of several processes that has older libraries than ours, and has them first. The host program
 * finds its files and secrets only where Databricks has them; the others are on the disk of this machine.
 */
@Tag("packaged")
class ClusterTest {
    private static final Path JOB = Checkout.file("jobs/storm-seasons.yaml");
    private static final Path JAR = Checkout.file("target/adxflow-job.jar");

    @TempDir
    static Path directory;

    private static Checkout checkout;
    private static StandaloneCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        checkout = Checkout.in(directory);
        Checkout.Output emulator = checkout.run("adxflow", "emulator", "start", "--detach", "--port", checkout.port());
        assertThat(emulator.exitCode()).as(emulator.err()).isZero();
        cluster = StandaloneCluster.start(directory);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
        checkout.run("adxflow", "emulator", "stop");
    }

    @Test
    void aHostProgramOutlivesTheJobItRuns() throws Exception {
        Volume volume = Volume.in(directory);
        Path result = volume.file("result.json");

        StandaloneCluster.Submission run = cluster.inClientMode(
                new StandaloneCluster.Program(
                        HostProgram.class.getName(),
                        volume.jarOf(HostProgram.class, VolumesFileSystem.class, FakeDbutils.class),
                        volume.settings(),
                        List.of(
                                "run",
                                Volume.FOLDER + "/storm-seasons.yaml",
                                "--env",
                                Volume.FOLDER + "/prod.yaml",
                                "--result",
                                Volume.FOLDER + "/result.json")),
                Map.of("DATABRICKS_RUNTIME_VERSION", "16.4"));

        assertThat(run.state()).as(run.output()).isEqualTo("FINISHED");
        assertThat(run.output())
                .contains("storm-seasons: done", "the host goes on with 7 rows on Spark 3.5.2")
                .contains(
                        "databricks-sdk-java-0.14.0.jar",
                        "guava-15.0.jar",
                        "protobuf-java-2.6.1.jar",
                        "okhttp-3.12.13.jar")
                .doesNotContain("adx-token");
        assertThat(outcome(result)).isEqualTo("done");
        assertThat(Files.readAllLines(cluster.classLog()))
                .anyMatch(line ->
                        line.contains(" io.adxflow.shaded.okhttp3.OkHttpClient ") && line.contains("adxflow-job.jar"))
                .noneMatch(line ->
                        line.matches(".*source:.*/(databricks-sdk-java|okhttp|okio|protobuf-java|snakeyaml)-.*"));
    }

    @Test
    void theDriverMayBeOnAWorker() throws Exception {
        Path result = directory.resolve("cluster.json");

        StandaloneCluster.Submission run = cluster.inClusterMode(program(JOB, result));

        assertThat(run.state()).as(run.output()).isEqualTo("FINISHED");
        assertThat(outcome(result)).isEqualTo("done");
    }

    @Test
    void aFailureFailsTheDriverWithTheWholeStory() throws Exception {
        Path job = directory.resolve("broken.yaml");
        Files.writeString(
                job,
                Files.readString(JOB)
                        .replace("from: seasons", "from: sesons")
                        .replace("data/", JOB.resolveSibling("data") + "/"));

        StandaloneCluster.Submission run = cluster.inClusterMode(program(job, directory.resolve("none.json")));

        assertThat(run.state()).as(run.output()).isEqualTo("FAILED");
        assertThat(run.output())
                .containsPattern(
                        "FailedRunException: \\S+broken.yaml:\\d+:\\d+: error JOB211: there is no source or step 'sesons'")
                .contains("did you mean 'seasons'?");
    }

    private static StandaloneCluster.Program program(Path job, Path result) {
        String environment = directory.resolve("local.yaml").toString();
        return new StandaloneCluster.Program(
                "io.adxflow.Main",
                JAR,
                Map.of("spark.cores.max", "1"),
                List.of("run", job.toString(), "--env", environment, "--result", result.toString()));
    }

    private static Object outcome(Path result) throws IOException {
        return ((Map<?, ?>) Json.read(Files.readString(result))).get("outcome");
    }
}
