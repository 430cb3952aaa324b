package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.canary.Canary;
import io.adxflow.cli.FlowRoom.Said;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The world fails: in every case one clear message, the sink holds what it held, and the next run works. */
@Tag("endtoend")
class FaultsTest {
    private static final String TOKEN = Canary.secret("token");

    @TempDir
    Path directory;

    private FlowRoom room;

    @BeforeEach
    void start() {
        room = new FlowRoom(directory);
        room.command(".set-or-append Storms <| datatable(Name:string, Wind:int)['Amy', 60, 'Karl', 75]");
        room.command(".set-or-append Winds <| print Name='old', Wind=int(1)");
        job("SELECT Name, Wind FROM storms");
    }

    @AfterEach
    void stop() {
        room.close();
    }

    @Test
    void aMissingSecretIsToldWhereItIsNamed() {
        room.write("conf/local.yaml", withToken("http://127.0.0.1:1"));
        Said said = room.run("run", "jobs/job.yaml");

        assertThat(said.err())
                .contains("conf/local.yaml:5:3: error RUN121: there is no secret 'adx/token'")
                .contains("ADXFLOW_SECRET_ADX_TOKEN");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void anAdxThatIsDownIsNamed() {
        room.write("conf/local.yaml", withToken("http://127.0.0.1:1"));
        room.setVariable("ADXFLOW_SECRET_ADX_TOKEN", TOKEN);
        Said said = room.run("run", "jobs/job.yaml");

        assertThat(said.err()).contains("on http://127.0.0.1:1 got no answer").doesNotContain(TOKEN);
        assertThat(said.out()).doesNotContain(TOKEN);
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void throttledRequestsAreSentAgain() {
        AtomicInteger seen = new AtomicInteger();
        try (FaultyAdx adx = new FaultyAdx(room.url())
                .refusing(429, body -> body.contains(".create table") && seen.getAndIncrement() < 1)) {
            room.write("conf/local.yaml", FlowRoom.environment(adx.url()));

            assertThat(room.run("run", "jobs/job.yaml").code()).isZero();
            assertThat(winds()).isEqualTo("Amy,Karl,old");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void anAdxThatStaysBusyFailsTheRunWithItsStatus(int status) {
        try (FaultyAdx adx = new FaultyAdx(room.url()).refusing(status, body -> body.contains("adxflow_s_"))) {
            room.write("conf/local.yaml", FlowRoom.environment(adx.url()));
            Said said = room.run("run", "jobs/job.yaml");

            assertThat(said.err()).contains(Integer.toString(status)).contains("not now");
            assertThat(said.code()).isEqualTo(1);
            assertThat(winds()).isEqualTo("old");
        }
    }

    @Test
    void aRefusedSignInIsTheUsersToRepair() {
        try (FaultyAdx adx = new FaultyAdx(room.url()).refusing(401, body -> body.contains("adxflow_s_"))) {
            room.write("conf/local.yaml", FlowRoom.environment(adx.url()));
            Said said = room.run("run", "jobs/job.yaml");

            assertThat(said.err()).contains("error ADX202").contains("hint:");
            assertThat(said.code()).isEqualTo(2);
            assertThat(winds()).isEqualTo("old");
        }
    }

    @Test
    void aCommitWhoseAnswerIsLostIsNotRepeated() {
        AtomicInteger sent = new AtomicInteger();
        try (FaultyAdx adx = new FaultyAdx(room.url())
                .losingAnswersTo(body -> body.contains(".move async extents") && sent.getAndIncrement() < 1)) {
            room.write("conf/local.yaml", FlowRoom.environment(adx.url()));
            Said said = room.run("run", "jobs/job.yaml");

            assertThat(said.out()).contains("committed");
            assertThat(winds()).isEqualTo("Amy,Karl,old");
            assertThat(stagingTables()).isEmpty();
        }
    }

    @Test
    void aReplaceWhoseAnswerIsLostDoesNotEmptyTheTable() {
        room.write("jobs/job.yaml", text("SELECT Name, Wind FROM storms").replace("append", "replace"));
        AtomicInteger sent = new AtomicInteger();
        try (FaultyAdx adx = new FaultyAdx(room.url())
                .losingAnswersTo(body -> body.contains(".replace async extents") && sent.getAndIncrement() < 1)) {
            room.write("conf/local.yaml", FlowRoom.environment(adx.url()));

            assertThat(room.run("run", "jobs/job.yaml").code()).isZero();
            assertThat(winds()).isEqualTo("Amy,Karl");
        }
    }

    @Test
    void aFullDiskIsAMessageWithAHint() {
        step(FullDisk.class);
        Said said = room.run("run", "jobs/job.yaml");

        assertThat(said.err()).contains("No space left on device").contains("hint: free disk space");
        assertThat(said.code()).isEqualTo(1);
        assertThat(winds()).isEqualTo("old");
        assertThat(stagingTables()).isEmpty();
    }

    @Test
    void theDebrisOfAKilledRunIsSweptByTheNext() throws Exception {
        step(KilledProcess.class);
        Process process = process();
        process.getErrorStream().readAllBytes();

        assertThat(process.waitFor()).isEqualTo(137);
        assertThat(stagingTables()).hasSize(1);

        job("SELECT Name, Wind FROM storms");
        Said said = room.run("run", "jobs/job.yaml");
        assertThat(said.err()).contains("which a run that was stopped left behind");
        assertThat(said.code()).isZero();
        assertThat(stagingTables()).isEmpty();
        assertThat(winds()).isEqualTo("Amy,Karl,old");
    }

    @Test
    void aStoppedRunCleansUpAndSaysSo() throws Exception {
        step(EndlessStep.class);
        Process process = process();
        String said;
        try (BufferedReader lines = process.errorReader()) {
            said = lines.lines().peek(line -> stopWhenStaging(line, process)).collect(Collectors.joining("\n"));
        }

        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(said)
                .contains("stopping: what is not committed yet is dropped")
                .contains("stopped");
        assertThat(stagingTables()).isEmpty();
        assertThat(winds()).isEqualTo("old");
    }

    private static void stopWhenStaging(String line, Process process) {
        if (line.contains(EndlessStep.STARTED)) {
            process.toHandle().destroy();
        }
    }

    private static String withToken(String url) {
        return FlowRoom.environment(url)
                .replace("  emulator: true\n", "  auth:\n    mode: token\n    token: \"{{secrets/adx/token}}\"\n");
    }

    private void job(String sql) {
        room.write("jobs/job.yaml", text(sql));
    }

    private void step(Class<?> step) {
        room.write("jobs/job.yaml", text("{java: " + step.getName() + ", from: [storms]}"));
    }

    private static String text(String step) {
        return "name: winds\nread:\n  storms:\n    table: Storms\ntransform:\n  winds: " + step
                + "\nwrite:\n  Winds: {from: winds, mode: append}\n";
    }

    private Process process() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", classPath()));
        command.addAll(List.of("io.adxflow.Main", "run", "jobs/job.yaml"));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The process starts in another folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String winds() {
        return room.query("Winds | sort by Name asc").rows().stream()
                .map(row -> row.get(0).toString())
                .collect(Collectors.joining(","));
    }

    private List<String> stagingTables() {
        return room.query(".show tables | where TableName startswith 'adxflow_s_' | project TableName").rows().stream()
                .map(row -> row.get(0).toString())
                .toList();
    }
}
