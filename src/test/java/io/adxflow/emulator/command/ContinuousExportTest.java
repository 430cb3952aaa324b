package io.adxflow.emulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What continuous exports tell of their files, and what is in these. */
class ContinuousExportTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path directory;

    private ExportingCommands commands;

    @BeforeEach
    void start() {
        commands = ExportingCommands.open(directory, START);
    }

    @AfterEach
    void stop() {
        commands.close();
    }

    private List<List<Object>> run(String command) {
        return commands.run(command);
    }

    private void exporting(String properties, String query) {
        commands.define(properties, query);
    }

    private void later(Duration time) {
        commands.later(time);
    }

    private List<String> told() {
        return commands.told();
    }

    @Test
    void eachRowIsInOneFile() {
        exporting("", "T");
        run(".append T <| range a from 1 to 2 step 1");
        later(Duration.ofMinutes(5));
        assertThat(told()).containsExactly("1", "2");
        run(".append T <| print 3");
        later(Duration.ofMinutes(1));
        assertThat(told()).as("before its time").containsExactly("1", "2");
        later(Duration.ofMinutes(4));
        later(Duration.ofMinutes(5));
        assertThat(told()).containsExactly("1", "2", "3");
        assertThat(run(".show continuous-export C exported-artifacts")).hasSize(2);
    }

    @Test
    void whatWasThereBeforeIsNotExported() {
        run(".create table T (a:long)");
        run(".append T <| print 1");
        exporting("", "T | where a > 0");
        run(".append T <| print 2");
        later(Duration.ofMinutes(5));
        assertThat(told()).containsExactly("2");
    }

    @Test
    void aRestartGoesOnWhereItWas() {
        exporting("", "T");
        run(".append T <| print 1");
        later(Duration.ofMinutes(5));
        run(".append T <| print 2");
        Instant now = commands.now();
        stop();
        commands = ExportingCommands.open(directory, now);
        later(Duration.ofMinutes(5));
        assertThat(told()).containsExactly("1", "2");
    }

    @Test
    void aRunThatFailedLeavesNothingThatIsTold() {
        exporting("", "T");
        run(".append T <| print 1");
        run(".drop external table X");
        later(Duration.ofMinutes(5));
        assertThat(run(".show continuous-export C | project LastRunResult")).containsExactly(List.of("Failed"));
        assertThat(run(".show continuous-export C failures | project Name, FailureKind, Details"))
                .containsExactly(List.of("C", "Failure", "Entity ID 'X' of kind 'ExternalTable' was not found."));
        run(".create external table X (a:long) kind=storage dataformat=csv ('https://storage.example/export?s')");
        later(Duration.ofMinutes(5));
        assertThat(told()).containsExactly("1");
        assertThat(run(".show commands-and-queries | where ClientActivityId startswith 'RunContinuousExports'"
                        + " | summarize count() by State | order by State asc"))
                .containsExactly(List.of("Completed", 1L), List.of("Failed", 1L));
    }

    @Test
    void whatFailsForAWeekIsDisabled() {
        exporting("", "T");
        run(".drop external table X");
        later(Duration.ofDays(6));
        assertThat(run(".show continuous-export C | project IsDisabled")).containsExactly(List.of(false));
        later(Duration.ofDays(2));
        assertThat(run(".show continuous-export C | project IsDisabled")).containsExactly(List.of(true));
        later(Duration.ofDays(20));
        assertThat(run(".show continuous-export C failures"))
                .as("kept for 14 days")
                .isEmpty();
    }

    @Test
    void rowsWaitForAForcedLatency() {
        exporting(", forcedLatency=10m", "T");
        run(".append T <| print 1");
        later(Duration.ofMinutes(5));
        assertThat(told()).isEmpty();
        later(Duration.ofMinutes(6));
        assertThat(told()).containsExactly("1");
    }

    @Test
    void tablesThatAreNotNamedHaveAllTheirRows() {
        run(".set Names <| datatable (a: long, b: long) [1, 10, 2, 20]");
        run(".create table T (a:long)");
        run(".create external table X (a:long) kind=storage dataformat=csv ('https://storage.example/export?s')");
        run(".create-or-alter continuous-export C over (T) to table X with (intervalBetweenRuns=1m)"
                + " <| T | join kind=inner Names on a | project a = b");
        for (int a = 1; a <= 2; a++) {
            run(".append T <| print " + a);
            later(Duration.ofMinutes(1));
        }
        assertThat(told()).containsExactly("10", "20");
    }

    @Test
    void aDisabledExportGoesOnLater() {
        exporting("", "T");
        run(".disable continuous-export C");
        List<String> expected = new ArrayList<>();
        for (int a = 1; a <= 3; a++) {
            run(".append T <| print " + a);
            expected.add(String.valueOf(a));
            later(Duration.ofMinutes(5));
        }
        assertThat(told()).isEmpty();
        run(".enable continuous-export C");
        later(Duration.ofMinutes(5));
        assertThat(told()).isEqualTo(expected);
    }

    @Test
    @Tag("slow")
    void whateverIsToldWhenTheProcessDiesHasEachRowOnce() throws Exception {
        Instant from = START;
        for (int kill = 1; kill <= 3; kill++) {
            commands.close();
            runUntilKilled(from, 2 + kill);
            from = from.plus(Duration.ofDays(1));
            commands = ExportingCommands.open(directory, from);
            assertThat(told()).as("before it runs again").doesNotHaveDuplicates();
            later(Duration.ofHours(1));
            List<String> rows = run(".show tables | where TableName == 'T' | project toscalar(T | summarize"
                            + " make_list(tostring(a)))")
                    .stream()
                    .flatMap(row -> Stream.of(
                            row.get(0).toString().replaceAll("[\\[\\]\"]", "").split(",")))
                    .sorted()
                    .toList();
            assertThat(told()).as("after kill " + kill).isEqualTo(rows);
        }
    }

    private void runUntilKilled(Instant from, int rounds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessExports.class.getName(),
                        directory.toString(),
                        from.toString())
                .redirectError(Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (Integer.parseInt(line) == rounds) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor()).as("it ended by SIGKILL").isEqualTo(128 + 9);
    }
}
