package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.canary.Canary;
import io.adxflow.cli.FlowRoom.Said;
import io.adxflow.entra.FakeEntra;
import io.adxflow.sparktest.EventLog;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with an application's key and with secret options of Spark: nothing that it says or leaves shows one. */
@Tag("endtoend")
class SecretsOfRunsTest {
    private static final String OPTION = Canary.secret("option");

    private static final String BOTH = "SELECT * FROM storms UNION ALL SELECT Name, CAST(Wind AS INT) FROM more";

    @TempDir
    Path directory;

    private final FakeEntra entra = FakeEntra.start();
    private FlowRoom room;

    @BeforeEach
    void describe() {
        room = new FlowRoom(directory);
        room.command(".set-or-append Storms <| datatable(Name:string, Wind:int)['Amy', 60, 'Karl', 75]");
        room.write(
                "conf/prod.yaml",
                "adx:\n  cluster: " + room.url() + "\n  database: NetDefaultDB\n  engine: builtin\n  auth:\n"
                        + "    {mode: app-key, tenant: contoso.com, app-id: " + FakeEntra.APP
                        + ", app-key: \"{{secrets/adx/key}}\"}\n");
        room.write("more.csv", "Name,Wind\nIda,50\n");
        room.setVariable("ADXFLOW_ENTRA_STAND_IN", entra.uri().toString());
        room.setVariable("ADXFLOW_SECRET_ADX_KEY", FakeEntra.KEY);
        room.setVariable("ADXFLOW_SECRET_STORE_PASS", OPTION);
    }

    @AfterEach
    void leave() {
        room.close();
        entra.close();
    }

    @Test
    void aRunThatEndsWell() {
        job("csv", BOTH);
        Said said = room.run(
                "run",
                "jobs/job.yaml",
                "--env",
                "prod",
                "--json",
                "--report",
                path("r.html"),
                "--result",
                path("r.json"));
        assertThat(said.code()).as(said.err()).isZero();
        assertNothingIsShown(said);
    }

    @Test
    void aPlan() {
        job("csv", "SELECT * FROM storms");
        Said said = room.run("plan", "jobs/job.yaml", "--env", "prod");
        assertThat(said.code()).as(said.err()).isZero();
        assertNothingIsShown(said);
    }

    /** The data source says what it was given. */
    @Test
    void aRunThatFails() {
        job(OptionTeller.class.getName(), BOTH);
        Said said = room.run("run", "jobs/job.yaml", "--env", "prod", "--report", path("r.html"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("no access with '***'");
        assertNothingIsShown(said);
    }

    private void assertNothingIsShown(Said said) {
        assertThat(said.out() + said.err()).doesNotContain(FakeEntra.KEY, OPTION);
        assertThat(entra.tokens().issued())
                .allSatisfy(token -> assertThat(said.out() + said.err()).doesNotContain(token));
        assertThat(EventLog.text().lines())
                .isNotEmpty()
                .noneMatch(line -> line.contains(FakeEntra.KEY) || line.contains(OPTION));
    }

    private void job(String format, String sql) {
        room.write(
                "jobs/job.yaml",
                "name: job\nread:\n  storms: {kql: Storms}\n  more:\n    spark: {format: " + format
                        + ", options: {path: \"" + path("more.csv")
                        + "\", header: true, entry: \"{{secrets/store/pass}}\"}}\n"
                        + "transform:\n  all: " + sql + "\nwrite:\n  Winds: {from: all, mode: append}\n"
                        + "  copy:\n    from: all\n    mode: replace\n    spark: {format: csv, options: {path: \""
                        + path("copy") + "\", entry: \"{{secrets/store/pass}}\"}}\n");
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }
}
