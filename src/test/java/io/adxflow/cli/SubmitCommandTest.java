package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.databricks.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single runs: a call is a run, but for a call that nobody answered. */
@Tag("endtoend")
class SubmitCommandTest {
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
    void aRunIsWatchedToItsEnd() {
        assertThat(room.submit("--wait")).as(room.err()).isZero();
        assertThat(room.out()).contains("run 701\n", "#job/0/run/701");
        assertThat(room.err()).contains("PENDING", "RUNNING", "TERMINATED SUCCESS");
    }

    @Test
    void aQuestionWithoutAnAnswerIsAskedAgain() {
        upload();
        room.workspace.faults.next(Faults.Kind.BROKEN, requestsBeforeTheRun() + 2, 3);

        assertThat(room.submit("--wait")).as(room.err()).isZero();
        assertThat(room.workspace.faults.happened()).isTrue();
    }

    @Test
    void aSecondCallIsASecondRun() {
        assertThat(room.submit()).as(room.err()).isZero();
        assertThat(room.submit()).as(room.err()).isZero();

        assertThat(room.workspace.runs.submitted.keySet()).containsExactly(701L, 702L);
    }

    @Test
    void aRepeatedCallAfterALostAnswerIsTheSameRun() throws IOException {
        Map<String, Object> before = upload();
        room.workspace.faults.next(Faults.Kind.CUT_AFTER_IT_IS_DONE, requestsBeforeTheRun(), 1);

        assertThat(room.submit()).isEqualTo(1);
        assertThat(room.err()).contains("whether a run was started is not known; the same command again finds it");
        assertThat(room.workspace.state().get("files")).isEqualTo(before.get("files"));

        assertThat(room.submit()).as(room.err()).isZero();
        assertThat(room.err()).contains("note: an earlier submission had no answer; this is the same one again");
        assertThat(room.workspace.runs.submitted).hasSize(2);
        assertThat(pending()).isEmpty();
        assertThat(room.submit()).isZero();
        assertThat(room.workspace.runs.submitted).hasSize(3);
    }

    @Test
    void aRepeatedCallThatGetsNowhereForgetsNothing() throws IOException {
        upload();
        room.workspace.faults.next(Faults.Kind.CUT_AFTER_IT_IS_DONE, requestsBeforeTheRun(), 1);
        assertThat(room.submit()).isEqualTo(1);
        room.workspace.faults.next(Faults.Kind.FORBIDDEN, 0, 1);
        assertThat(room.submit()).isEqualTo(1);

        assertThat(room.submit()).as(room.err()).isZero();
        assertThat(room.workspace.runs.submitted).hasSize(2);
        assertThat(pending()).isEmpty();
    }

    /** A killed client leaves what is on disk when the request is on its way. */
    @Test
    void aCallThatWasKilledBeforeTheRequestStartsItsRunLater() throws IOException {
        upload();
        room.workspace.faults.next(Faults.Kind.CUT_BEFORE_IT_IS_DONE, requestsBeforeTheRun(), 1);

        assertThat(room.submit()).isEqualTo(1);
        assertThat(pending()).hasSize(1);
        assertThat(room.submit()).as(room.err()).isZero();
        assertThat(room.workspace.runs.submitted).hasSize(2);
    }

    @Test
    void aRefusedCallIsOver() throws IOException {
        room.workspace.refusesClusters = true;
        Map<String, Object> before = room.workspace.state();

        assertThat(room.submit()).isEqualTo(1);

        assertThat(room.workspace.state()).isEqualTo(before);
        assertThat(pending()).isEmpty();
    }

    @Test
    void theSameTokenIsTheSameRun() {
        assertThat(room.submit("--token", "build-1")).as(room.err()).isZero();
        room.write("cities.csv", "Name\nTampa\n");
        assertThat(room.submit("--token", "build-1")).isZero();
        assertThat(room.submit("--token", "build-2")).isZero();

        assertThat(room.workspace.runs.submitted.keySet()).containsExactly(701L, 702L);
    }

    @Test
    void aFailedRunShowsTheEndOfItsLog() {
        room.workspace.runs.outcome = "FAILED";
        room.workspace.runs.output = Map.of(
                "logs",
                "line\n".repeat(100) + "two\n",
                "error",
                "FailedRunException: error JOB211",
                "error_trace",
                "at x");

        assertThat(room.submit("--wait")).isEqualTo(1);
        assertThat(room.err())
                .contains("two\nFailedRunException: error JOB211\n", "ended as TERMINATED FAILED")
                .doesNotContain("at x");
        assertThat(room.err().lines().filter("line"::equals)).hasSize(19);
    }

    @Test
    void aRunWithoutALogIsToldAllTheSame() {
        room.workspace.runs.outcome = "TIMEDOUT";
        room.workspace.runs.output = Map.of("error_trace", "io.X: no cluster\n\tat y\n");

        assertThat(room.submit("--wait")).isEqualTo(1);
        assertThat(room.err()).contains("io.X: no cluster", "ended as TERMINATED TIMEDOUT");
    }

    @Test
    void runsAreListedAndCancelled() {
        for (int index = 0; index < 30; index++) {
            room.workspace.runs.add(800 + index, 55, "daily");
        }
        room.submit();

        assertThat(room.run("runs", "--env", "prod.yaml", "--most", "30"))
                .as(room.err())
                .isZero();
        assertThat(room.out()).hasLineCount(30).contains("829  2026-01-01T00:00:00Z  daily  PENDING");
        assertThat(room.run("runs", "--env", "prod.yaml", "--job", "storms", "--json"))
                .isZero();
        assertThat(room.out()).contains("\"name\":\"storms\"").doesNotContain("daily");
        long run = room.workspace.runs.submitted.keySet().stream()
                .filter(id -> id < 800)
                .findFirst()
                .orElseThrow();
        assertThat(room.run("cancel", Long.toString(run), "--env", "prod.yaml"))
                .as(room.err())
                .isZero();
        assertThat(room.out()).contains("run " + run + ": TERMINATED CANCELED");
        assertThat(room.run("runs", "--env", "prod.yaml", "--job", "storms", "--active"))
                .isZero();
        assertThat(room.out()).isEmpty();
        assertThat(room.run("cancel", "9", "--env", "prod.yaml")).isEqualTo(1);
        assertThat(room.err()).contains("Run 9 does not exist");
    }

    /** The files are there, and the next call does nothing but ask for a run. */
    private Map<String, Object> upload() {
        assertThat(room.submit()).as(room.err()).isZero();
        return room.workspace.state();
    }

    /** Who are we, is the volume there, are the four files there. */
    private static int requestsBeforeTheRun() {
        return 6;
    }

    private List<Path> pending() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(".adxflow/submissions"))) {
            return files.toList();
        }
    }
}
