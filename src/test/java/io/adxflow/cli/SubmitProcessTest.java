package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.databricks.FakeWorkspace;
import io.adxflow.databricks.Faults;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a submission whose process is ended from outside. */
@Tag("endtoend")
class SubmitProcessTest {
    @TempDir
    Path directory;

    private WorkspaceRoom room;

    @BeforeEach
    void start() {
        room = new WorkspaceRoom(directory);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whoStopsWatchingIsToldThatTheRunGoesOn() throws Exception {
        room.workspace.runs.endless = true;
        Process submit = process("--wait");
        String said;
        try (BufferedReader lines = submit.errorReader()) {
            String line = lines.readLine();
            while (line != null && !line.contains("PENDING")) {
                line = lines.readLine();
            }
            submit.toHandle().destroy();
            said = lines.lines().collect(Collectors.joining("\n"));
        }
        submit.waitFor();

        assertThat(said).contains("run 701 goes on without being watched; adxflow cancel 701 --env prod.yaml stops it");
        assertThat(room.workspace.runs.submitted).hasSize(1);
    }

    @Test
    void aProcessThatIsKilledBeforeItsAnswerStartsNoSecondRun() throws Exception {
        int toTheRun = requestsOfASubmission();
        room.workspace.faults.next(Faults.Kind.HELD_AFTER_IT_IS_DONE, toTheRun, 1);
        Process submit = process();
        room.workspace.faults.awaitHeld();
        submit.destroyForcibly().waitFor();
        room.workspace.faults.release();

        assertThat(room.submit()).as(room.err()).isZero();
        assertThat(room.err()).contains("note: an earlier submission had no answer; this is the same one again");
        assertThat(room.workspace.runs.submitted).hasSize(2);
    }

    /** Before the run itself is asked for, when the files are there: who are we, is the volume there, are four files there. */
    private int requestsOfASubmission() {
        assertThat(room.submit()).as(room.err()).isZero();
        return 6;
    }

    private Process process(String... more) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", absoluteClasspath(), "io.adxflow.Main", "submit", "storms.yaml"));
        command.addAll(List.of("--env", "prod.yaml", "--jar", directory + "/job.jar", "--poll", "PT0.1S"));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("DATABRICKS_TOKEN", FakeWorkspace.TOKEN);
        return builder.start();
    }

    private static String absoluteClasspath() {
        return List.of(System.getProperty("java.class.path").split(":")).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(":"));
    }
}
