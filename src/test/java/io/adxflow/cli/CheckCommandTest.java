package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.json.Json;
import io.adxflow.run.model.SparkHost;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String JOB =
            """
            name: storms
            parameters: {since: 1975-01-01}
            read:
              observations: {kql: "AtlanticStorms | where Time > {{since}}"}
            write:
              Storms: {from: observations, mode: replace}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeAProject() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("conf"));
        Files.copy(Path.of("conf", "local.yaml"), folder.resolve("conf/local.yaml"));
        Files.writeString(folder.resolve("jobs/storms.yaml"), JOB);
    }

    @Test
    void aGoodJobIsFine() {
        assertThat(check("jobs/storms.yaml")).isEqualTo(ExitCode.OK.number());
        assertThat(out).hasToString("1 job checked, nothing is wrong" + System.lineSeparator());
    }

    @Test
    void theJobsThatAreShippedAreFine() {
        String jobs = Path.of("jobs").toAbsolutePath().toString();
        assertThat(check(jobs + "/storm-seasons.yaml", jobs + "/storm-approaches.yaml"))
                .isEqualTo(ExitCode.OK.number());
        assertThat(out.toString()).startsWith("2 jobs checked, nothing is wrong");
    }

    @Test
    void mistakesOfAllJobsAreShownWithTheirCount() throws IOException {
        Files.writeString(
                folder.resolve("jobs/bad.yaml"), JOB.replace("mode", "mod").replace("from: obs", "from: abs"));

        assertThat(check("jobs/bad.yaml", "jobs/none.yaml")).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(out.toString())
                .contains("jobs/bad.yaml:6:32: error JOB109: there is no key 'mod' here")
                .contains("error JOB101: there is no file 'jobs/none.yaml'")
                .endsWith("2 jobs checked: 2 errors, 0 warnings" + System.lineSeparator());
    }

    @Test
    void warningsAloneAreNoFailure() throws IOException {
        Files.writeString(folder.resolve("jobs/warned.yaml"), JOB.replace("write:", "  unused: {table: T}\nwrite:"));

        assertThat(check("jobs/warned.yaml")).isEqualTo(ExitCode.OK.number());
        assertThat(out.toString())
                .contains("jobs/warned.yaml:5:3: warning JOB213: nothing uses the source 'unused'")
                .contains("1 job checked: 0 errors, 1 warning");
    }

    @Test
    void aBrokenEnvironmentIsToldOnce() throws IOException {
        Files.writeString(folder.resolve("conf/broken.yaml"), "adx: {}\n");

        assertThat(check("jobs/storms.yaml", "jobs/storms.yaml", "--env", "broken"))
                .isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(out.toString()).containsOnlyOnce("the key 'cluster' is missing");
    }

    @Test
    void anEnvironmentIsFoundBesideTheFolderOfTheJob() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        String job = folder.resolve("jobs/storms.yaml").toString();

        assertThat(checkIn(elsewhere, job)).isEqualTo(ExitCode.OK.number());
    }

    @Test
    void aSettingWinsAndHasTheDeclaredType() {
        assertThat(check("jobs/storms.yaml", "--set", "since=1990-01-01")).isEqualTo(ExitCode.OK.number());
        assertThat(check("jobs/storms.yaml", "--set", "since=often")).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(out.toString()).contains("error JOB203: the parameter 'since' is a datetime, found 'often'");
    }

    @Test
    void machinesGetOneObject() throws IOException {
        Files.writeString(folder.resolve("jobs/bad.yaml"), JOB.replace("mode", "mod"));

        assertThat(check("jobs/bad.yaml", "--json")).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(Json.read(out.toString()))
                .isEqualTo(Map.of(
                        "jobs", 1L,
                        "errors", 1L,
                        "warnings", 0L,
                        "diagnostics",
                                List.of(Map.ofEntries(
                                        Map.entry("severity", "error"),
                                        Map.entry("code", "JOB109"),
                                        Map.entry("message", "there is no key 'mod' here"),
                                        Map.entry("hint", "did you mean 'mode'?"),
                                        Map.entry("file", "jobs/bad.yaml"),
                                        Map.entry("line", 6L),
                                        Map.entry("column", 32L),
                                        Map.entry("end_line", 6L),
                                        Map.entry("end_column", 35L)))));
    }

    @Test
    void aScheduleWhoseYearsAreOverIsAMistake() throws IOException {
        Files.writeString(
                folder.resolve("over.yaml"),
                """
                name: over
                read: {cities: {kql: print Name = 'Miami'}}
                write: {Cities: {from: cities, mode: replace}}
                schedule: {cron: 0 0 6 1 1 ? 2020-2021, zone: UTC}
                """);

        assertThat(check("over.yaml")).as(err.toString()).isEqualTo(2);
        assertThat(out.toString())
                .contains(
                        "over.yaml:4:11: error CLI106: the schedule '0 0 6 1 1 ? 2020-2021' does not fire any more",
                        "hint: it names years, and they are over");
    }

    private int check(String... arguments) {
        return checkIn(folder, arguments);
    }

    private int checkIn(Path directory, String... arguments) {
        Wiring wiring = new Wiring(Map.of(), Clock.systemUTC(), directory, SparkHost.WORKSTATION);
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return FlowCommand.run(wiring, Terminal.plain(out, err), all);
    }
}
