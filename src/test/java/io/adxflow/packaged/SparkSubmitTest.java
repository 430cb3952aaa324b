package io.adxflow.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job jar under Spark's own launcher, with Spark's libraries on the class path and none of ours. */
@Tag("packaged")
class SparkSubmitTest {
    @TempDir
    Path directory;

    @Test
    void theJobJarRunsTheSampleJob() {
        Checkout checkout = Checkout.in(directory);
        Checkout.Output started = checkout.run("adxflow", "emulator", "start", "--detach", "--port", checkout.port());
        Path note = directory.resolve(".adxflow/emulator.pid");
        try {
            assertThat(note).exists();
            Checkout.Output run = checkout.runHere(
                    "spark-submit-local",
                    Checkout.file("jobs/storm-seasons.yaml").toString());

            assertThat(started.exitCode()).as(started.err()).isZero();
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains("storm-seasons: done")
                    .contains("693")
                    .contains("committed");
        } finally {
            checkout.run("adxflow", "emulator", "stop");
        }
        assertThat(note).as("an emulator that is stopped takes its note away").doesNotExist();
    }

    @Test
    void aFailureIsThrownWithItsWholeMessage() {
        Checkout.Output run = Checkout.in(directory)
                .run(
                        "spark-submit-local",
                        Checkout.file("jobs/storm-seasons.yaml").toString());

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("FailedRunException").contains("no emulator answers at");
    }
}
