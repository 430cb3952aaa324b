package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions of another database: their names mean what they mean there, their arguments what they mean here. */
class OtherDatabaseTest {
    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static ConnectorClient here;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(EmulatorOptions.in(directory).withDatabases(List.of("Here", "There")));
        RestClient http = new RestClient(emulator.uri(), Duration.ofSeconds(60));
        here = new ConnectorClient(http, "Here");
        ConnectorClient there = new ConnectorClient(http, "There");
        here.command(".set T <| range x from 1 to 2 step 1");
        there.command(".set T <| range x from 11 to 15 step 1");
        here.command(".create function Rows() { T }");
        there.command(".create function Rows() { T }");
        there.command(".create function Least(low:long) { let All = Rows(); All | where x >= low }");
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void aFunctionReadsTheTablesAndFunctionsOfItsDatabase() {
        assertThat(count("database('There').Rows()")).isEqualTo(5);
        assertThat(count("database('There').Rows")).isEqualTo(5);
        assertThat(count("database('There').Least(13)")).isEqualTo(3);
        assertThat(count("Rows()")).isEqualTo(2);
    }

    @Test
    void itsArgumentsAreOfTheDatabaseOfTheQuery() {
        assertThat(count("database('There').Least(10 + toscalar(T | summarize max(x)))"))
                .isEqualTo(4);
    }

    @Test
    void namesAfterTheCallAreOfTheDatabaseOfTheQuery() {
        assertThat(count("union database('There').Rows(), T")).isEqualTo(7);
    }

    private static long count(String rows) {
        return here.query(rows + " | count").number(0, 0);
    }
}
