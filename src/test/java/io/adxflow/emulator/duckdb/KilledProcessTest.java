package io.adxflow.emulator.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KilledProcessTest {
    @TempDir
    Path directory;

    @Test
    void whatWasAcknowledgedSurvivesKillMinusNine() throws Exception {
        int acknowledged = writeUntilKilled(25);
        try (DuckDbStore store = DuckDbStore.open(directory, Clock.systemUTC())) {
            long rows = StoreFixture.count(store, "T");
            assertThat(rows).isGreaterThanOrEqualTo((long) acknowledged * EndlessWriter.ROWS);
            assertThat(rows % EndlessWriter.ROWS).isZero();
            assertThat(store.database(StoreFixture.DATABASE)
                            .orElseThrow()
                            .table("T")
                            .orElseThrow()
                            .rows())
                    .isEqualTo(rows);
        }
        int more = writeUntilKilled(5);
        try (DuckDbStore store = DuckDbStore.open(directory, Clock.systemUTC())) {
            assertThat(StoreFixture.count(store, "T"))
                    .isGreaterThanOrEqualTo((long) (acknowledged + more) * EndlessWriter.ROWS);
        }
    }

    /** The last number that the writer said before it died. */
    private int writeUntilKilled(int wanted) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        directory.toString())
                .redirectError(Redirect.INHERIT)
                .start();
        int acknowledged = 0;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null) {
                acknowledged = Integer.parseInt(line);
                if (acknowledged == wanted) {
                    writer.toHandle().destroyForcibly();
                }
                line = said.readLine();
            }
        }
        assertThat(writer.waitFor()).as("the writer ended by SIGKILL").isEqualTo(128 + 9);
        return acknowledged;
    }
}
