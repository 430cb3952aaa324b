package io.adxflow.emulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.emulator.command.language.CommandRequest;
import io.adxflow.emulator.duckdb.DuckDbStore;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.language.QueryContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What continuous exports tell of their files, and what is in these. */
class ContinuousExportTest {
    @TempDir
    Path directory;

    private final Hand hand = new Hand();
    private Store store;
    private Commands commands;

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-01-02T03:04:05Z");

        void move(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void start() {
        store = DuckDbStore.open(directory.resolve("data"), hand);
        store.createDatabase("Samples");
        commands = new Commands(store, FolderBlobs.in(directory.resolve("blobs")));
    }

    @AfterEach
    void stop() {
        commands.close();
        store.close();
    }

    private List<List<Object>> run(String command) {
        return commands.run(new CommandRequest(
                        command, QueryContext.at(store.now(), "Samples"), CommandRequest.DEFAULT_LIMIT))
                .rows();
    }

    private void exporting(String properties, String query) {
        run(".create table T (a:long)");
        run(".create external table X (a:long) kind=storage dataformat=csv ('https://storage.example/export?s')");
        run(".create-or-alter continuous-export C to table X with (intervalBetweenRuns=5m" + properties + ") <| "
                + query);
    }

    private void later(Duration time) {
        hand.move(time);
        commands.export();
    }

    /** The rows of the files that were told, in order. */
    private List<String> told() {
        return run(".show continuous-export C exported-artifacts | project Path").stream()
                .flatMap(row -> lines(row.get(0).toString()))
                .sorted()
                .toList();
    }

    private Stream<String> lines(String path) {
        try {
            return Files.readAllLines(directory.resolve("blobs").resolve(path.replaceFirst("https://[^/]*/", "")))
                    .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
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
        stop();
        start();
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
}
