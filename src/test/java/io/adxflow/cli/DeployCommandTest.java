package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.canary.Canary;
import io.adxflow.databricks.FakeWorkspace;
import io.adxflow.databricks.Faults;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a job to Databricks and back, against a workspace that refuses what the real one refuses. */
@Tag("endtoend")
class DeployCommandTest {
    private static final String RELEASE = "/Volumes/main/etl/adxflow/jobs/storms/[0-9a-f]{12}/";

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
    void aJobIsCreatedThenLeftAloneThenReset() {
        assertThat(room.deploy()).as(room.err()).isZero();
        assertThat(room.out()).contains("storms: created job 100");
        Map<String, Object> first = room.workspace.state();

        assertThat(room.deploy()).as(room.err()).isZero();
        assertThat(room.out()).contains("storms: unchanged job 100");
        assertThat(room.workspace.state()).isEqualTo(first);

        room.write("cities.csv", "Name\nTampa\n");
        assertThat(room.deploy()).as(room.err()).isZero();
        assertThat(room.out()).contains("storms: reset job 100");
        assertThat(room.workspace.jobs.settings).hasSize(1);
    }

    @Test
    void filesGoWhereTheJobFindsThem() {
        assertThat(room.deploy()).as(room.err()).isZero();

        assertThat(room.workspace.files.files.keySet())
                .hasSize(4)
                .anyMatch(file -> file.matches("/Volumes/main/etl/adxflow/lib/adxflow-job-.*\\.jar"))
                .anyMatch(file -> file.matches(RELEASE + "storms\\.yaml"))
                .anyMatch(file -> file.matches(RELEASE + "conf/prod\\.yaml"))
                .anyMatch(file -> file.matches(RELEASE + "cities\\.csv"));
    }

    @Test
    void foldersAndPatternsGoAlong() {
        room.write("data/2025/a b.csv", "Name\n");
        room.write("data/2026/ä.csv", "Name\n");
        room.write("data/2026/readme.txt", "not this one");
        room.write("parts/_delta_log/0.json", "{}");
        room.write("parts/season=2005/p.parquet", "x");
        room.write(
                "storms.yaml",
                """
                name: storms
                read:
                  cities: {file: "data/*/*.csv"}
                  others: {file: ./parts, format: delta}
                transform:
                  all_cities: SELECT Name FROM cities UNION SELECT Name FROM others
                write:
                  Storms: {from: all_cities, mode: replace}
                """);

        assertThat(room.deploy()).as(room.err()).isZero();

        assertThat(room.workspace.files.files.keySet())
                .anyMatch(file -> file.matches(RELEASE + "data/2025/a b\\.csv"))
                .anyMatch(file -> file.matches(RELEASE + "data/2026/ä\\.csv"))
                .anyMatch(file -> file.matches(RELEASE + "parts/_delta_log/0\\.json"))
                .anyMatch(file -> file.matches(RELEASE + "parts/season=2005/p\\.parquet"))
                .noneMatch(file -> file.contains("readme"));
    }

    @Test
    void aPatternWithoutFilesIsRefused() {
        room.write("storms.yaml", WorkspaceRoom.job().replace("cities.csv", "\"data/*.csv\""));

        assertThat(room.deploy()).isEqualTo(2);
        assertThat(room.err())
                .contains(
                        "storms.yaml:3:18: error DBX104: the source 'cities' reads 'data/*.csv', and no file is there");
    }

    @Test
    void aJobOfSomebodyElseStays() {
        room.workspace.jobs.add(55, "storms", "bob@contoso.com");
        Map<String, Object> before = room.workspace.state();

        assertThat(room.deploy()).isEqualTo(2);
        assertThat(room.err())
                .contains(
                        "error DBX201: the job 'storms' belongs to 'bob@contoso.com', and 'ann@contoso.com' may not",
                        "databricks permissions update jobs 55 --json",
                        "\"user_name\": \"ann@contoso.com\", \"permission_level\": \"CAN_MANAGE\"");
        assertThat(room.workspace.state()).isEqualTo(before);
    }

    @Test
    void anAdministratorChangesItWithAWord() {
        room.workspace.jobs.add(55, "storms", "bob@contoso.com");
        room.workspace.groups.add("admins");

        assertThat(room.deploy()).as(room.err()).isZero();
        assertThat(room.err()).contains("note: the job 'storms' belongs to bob@contoso.com");
        assertThat(room.out()).contains("storms: reset job 55");
    }

    @Test
    void aJobWhoseNameDiffersInCaseIsAnother() {
        room.workspace.jobs.add(55, "Storms", "bob@contoso.com");

        assertThat(room.deploy()).as(room.err()).isZero();
        assertThat(room.out()).contains("storms: created job");
    }

    @Test
    void permissionsAreReplacedAndTheOwnerStays() {
        assertThat(room.deploy()).as(room.err()).isZero();
        room.write("storms.yaml", WorkspaceRoom.job() + "deploy:\n  permissions:\n    - {group: analysts, may: run}\n");

        assertThat(room.deploy()).as(room.err()).isZero();

        assertThat(room.workspace.jobs.access.get(100L))
                .containsExactly(
                        Map.of("group_name", "analysts", "permission_level", "CAN_MANAGE_RUN"),
                        Map.of("user_name", FakeWorkspace.ME, "permission_level", "IS_OWNER"));
    }

    @Test
    void aMissingVolumeIsFoundBeforeAnythingIsWritten() {
        room.volume("/Volumes/main/etl/other");

        assertThat(room.deploy()).isEqualTo(2);
        assertThat(room.err())
                .contains(
                        "error DBX202: there is no volume '/Volumes/main/etl/other'",
                        "CREATE VOLUME main.etl.other",
                        "GRANT READ VOLUME, WRITE VOLUME ON VOLUME main.etl.other TO `ann@contoso.com`");
        assertThat(room.workspace.files.files).isEmpty();
    }

    @Test
    void whatWasUploadedGoesWhenTheJobIsRefused() {
        room.workspace.refusesClusters = true;
        Map<String, Object> before = room.workspace.state();

        assertThat(room.deploy()).isEqualTo(1);
        assertThat(room.err())
                .contains(
                        "PERMISSION_DENIED: You are not authorized to create clusters.",
                        "(request 5f3c)",
                        "hint: ask an administrator");
        assertThat(room.workspace.state()).isEqualTo(before);
    }

    @Test
    void aShortThrottlingIsWaitedFor() {
        room.workspace.faults.next(Faults.Kind.THROTTLED, 0, 1);

        assertThat(room.deploy()).as(room.err()).isZero();
    }

    @Test
    void aWrongTokenIsToldWithTheWayToSignIn() {
        String token = Canary.secret("pat-of-nobody");
        room.token(token);

        assertThat(room.deploy()).isEqualTo(1);
        assertThat(room.err())
                .contains("Invalid access token", "hint: the token has expired, was revoked or is of another workspace")
                .doesNotContain(token);
    }

    @Test
    void aJobGoesWithAllItsReleases() {
        Map<String, Object> before = room.workspace.state();
        room.deploy();
        room.write("cities.csv", "Name\nTampa\n");
        room.deploy();

        assertThat(room.undeploy()).as(room.err()).isZero();
        assertThat(room.out()).isEqualTo("storms: would delete job 100 and 6 files\n");
        assertThat(room.undeploy("--apply")).as(room.err()).isZero();
        assertThat(room.out()).isEqualTo("storms: deleted job 100 and 6 files\n");
        assertThat(room.workspace.state().get("jobs")).isEqualTo(before.get("jobs"));
        assertThat(room.workspace.files.files).hasSize(1);
        assertThat(room.undeploy("--apply")).isZero();
        assertThat(room.out()).isEqualTo("storms: nothing there\n");
    }

    @Test
    void aJobThatRunsStays() {
        room.deploy();
        room.workspace.runs.add(900, 100, "storms");

        assertThat(room.undeploy("--apply")).isEqualTo(2);
        assertThat(room.err()).contains("error DBX208: the job 'storms' is running: run 900", "adxflow cancel 900");
        assertThat(room.workspace.jobs.settings).hasSize(1);
    }

    @Test
    void aJobOfWhichARunWasSubmittedStaysUntilItIsOver() {
        room.submit();

        assertThat(room.undeploy("--apply")).isEqualTo(2);
        assertThat(room.err()).contains("the job 'storms' is running: run 701");
        assertThat(room.run("cancel", "701", "--env", "prod.yaml")).isZero();
        assertThat(room.undeploy("--apply")).as(room.err()).isZero();
        assertThat(room.out()).isEqualTo("storms: deleted no job and 3 files\n");
    }

    @Test
    void whatIsPrintedHasNoTokenOfACall() {
        assertThat(room.run("deploy", "storms.yaml", "--env", "prod.yaml", "--print", "submit"))
                .as(room.err())
                .isZero();
        assertThat(room.out()).contains("\"run_name\": \"storms\"").doesNotContain("idempotency_token");
    }
}
