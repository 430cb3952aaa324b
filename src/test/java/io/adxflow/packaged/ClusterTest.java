package io.adxflow.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job jar on a cluster of several processes that has older libraries than ours, and has them first. */
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
        Path result = directory.resolve("client.json");

        StandaloneCluster.Submission run =
                cluster.inClientMode(HostProgram.class.getName(), hostJar(), arguments(JOB, result));

        assertThat(run.state()).as(run.output()).isEqualTo("FINISHED");
        assertThat(run.output()).contains("storm-seasons: done", "the host goes on with 7 rows");
        assertThat(outcome(result)).isEqualTo("done");
    }

    @Test
    void theDriverMayBeOnAWorker() throws Exception {
        Path result = directory.resolve("cluster.json");

        StandaloneCluster.Submission run = cluster.inClusterMode("io.adxflow.Main", JAR, arguments(JOB, result));

        assertThat(run.state()).as(run.output()).isEqualTo("FINISHED");
        assertThat(outcome(result)).isEqualTo("done");
    }

    @Test
    void aFailureFailsTheDriverWithTheWholeStory() throws Exception {
        Path job = directory.resolve("broken.yaml");
        Files.writeString(job, Files.readString(JOB).replace("from: seasons", "from: sesons"));

        StandaloneCluster.Submission run =
                cluster.inClusterMode("io.adxflow.Main", JAR, arguments(job, directory.resolve("none.json")));

        assertThat(run.state()).as(run.output()).isEqualTo("FAILED");
        assertThat(run.output())
                .contains("FailedRunException", "error JOB211: there is no source or step 'sesons'")
                .contains("did you mean 'seasons'?");
    }

    private static String[] arguments(Path job, Path result) {
        return new String[] {
            "run", job.toString(), "--env", directory.resolve("local.yaml").toString(), "--result", result.toString()
        };
    }

    private static Object outcome(Path result) throws IOException {
        return ((Map<?, ?>) Json.read(Files.readString(result))).get("outcome");
    }

    private static Path hostJar() throws IOException {
        String name = HostProgram.class.getName().replace('.', '/') + ".class";
        Path jar = directory.resolve("host.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream classes = new JarOutputStream(file)) {
            classes.putNextEntry(new ZipEntry(name));
            classes.write(
                    Files.readAllBytes(Checkout.file("target/test-classes").resolve(name)));
            classes.closeEntry();
        }
        return jar;
    }
}
