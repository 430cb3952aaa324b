package io.adxflow.emulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.emulator.store.Database;
import io.adxflow.kql.language.Schema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands over several tables happen whole or not at all, whenever the process dies. */
@Tag("slow")
class KilledCommandsTest {
    private static final int KILLS = 4;

    @TempDir
    Path directory;

    @Test
    void noCommandIsFoundHalfDone() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            runUntilKilled(kill);
            try (Script script = new Script(directory)) {
                requireWhole(script);
                script.command(".drop tables (X1, X2, X3) ifexists");
            }
        }
    }

    private static void requireWhole(Script script) {
        Database database = script.store().database(Script.DATABASE).orElseThrow();
        assertThat(Stream.of("A", "B").map(name -> schema(database, name)))
                .as("the tables that change names")
                .containsExactlyInAnyOrder("a", "b");
        List<List<Object>> generations = script.command(
                        ".show tables | take 1 | project N = toscalar(R | count), G = toscalar(R | summarize dcount(g))")
                .rows();
        assertThat(generations.get(0)).as("rows and generations of R").isIn(List.of(2L, 1L), List.of(0L, 0L));
        requireDerived(script);
        List<Boolean> made = Stream.of("X1", "X2", "X3")
                .map(name -> database.table(name).isPresent())
                .toList();
        assertThat(made)
                .as("what a script made")
                .isIn(
                        List.of(false, false, false),
                        List.of(true, false, false),
                        List.of(true, true, false),
                        List.of(true, true, true));
    }

    private static void requireDerived(Script script) {
        List<List<Object>> found = script.command(".show tables | take 1 | project"
                        + " Torn = toscalar(P | summarize n = count() by g | where n % 2 != 0 | count),"
                        + " Lag = toscalar(union R, S | summarize max(g)) - toscalar(P | summarize max(g))")
                .rows();
        assertThat(found.get(0))
                .as("torn generations of P, which an update policy fills from S, and how far it is behind")
                .isIn(Arrays.asList(0L, 0L), Arrays.asList(0L, null));
    }

    private static String schema(Database database, String table) {
        Schema schema = database.table(table).orElseThrow().schema();
        return String.join(",", schema.names());
    }

    private void runUntilKilled(int rounds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessCommands.class.getName(),
                        directory.toString())
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
