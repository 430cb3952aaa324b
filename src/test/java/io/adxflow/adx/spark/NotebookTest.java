package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.emulator.Emulator;
import io.adxflow.sparktest.SharedSpark;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What the notebook calls is there: its format, its options, its query. */
@Tag("spark")
class NotebookTest {
    private static final Path NOTEBOOK = Path.of("jobs", "notebooks", "storms.py");
    private static final String TABLE =
            """
            .set AtlanticStorms <| datatable(Time:datetime, Name:string, WindKnots:long)
            [datetime(2005-08-28), 'KATRINA', 150, datetime(2005-10-19), 'WILMA', 160, datetime(1992-08-23), 'ANDREW', 150]
            """;

    @TempDir
    Path directory;

    @Test
    void itIsInTheSourceFormatOfDatabricks() throws IOException {
        List<String> lines = Files.readAllLines(NOTEBOOK);

        assertThat(lines.get(0)).isEqualTo("# Databricks notebook source");
        assertThat(lines).contains("# COMMAND ----------");
    }

    /** Where there is a Python, it reads the file as Databricks will. */
    @Test
    void itIsPython() throws Exception {
        Process python;
        try {
            python = new ProcessBuilder(
                            "python3",
                            "-c",
                            "import ast, sys; ast.parse(open(sys.argv[1]).read())",
                            NOTEBOOK.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new TestAbortedException("no python3 here", e);
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(python.waitFor()).as(said).isZero();
    }

    @Test
    void itsOptionsAreThoseOfTheDataSource() throws IOException {
        assertThat(all("\\.option\\(\"(\\w+)\"")).isNotEmpty().isSubsetOf(optionNames());
    }

    @Test
    void itsQueryGivesWhatItShows() throws IOException {
        try (Emulator emulator = Emulator.start(directory.resolve("adx"))) {
            AdxCluster cluster = AdxCluster.at(emulator.uri().toString(), "NetDefaultDB", new AdxAuth.None());
            try (AdxClient client = AdxClient.connect(cluster)) {
                client.command("NetDefaultDB", TABLE);
            }

            List<Row> rows = SharedSpark.session()
                    .read()
                    .format(all("\"builtin\": \"(\\w+)\"").get(0))
                    .option("kustoCluster", emulator.uri().toString())
                    .option("kustoDatabase", "NetDefaultDB")
                    .option(
                            "kustoQuery",
                            all("(?s)query = \"\"\"\\n(.*?)\"\"\"").get(0))
                    .load()
                    .collectAsList();

            assertThat(rows).extracting(Row::toString).containsExactlyInAnyOrder("[2005,2,160]", "[1992,1,150]");
        }
    }

    private static List<String> all(String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(NOTEBOOK));
        return matcher.results().map(result -> result.group(1)).toList();
    }

    private static List<String> optionNames() {
        return Arrays.stream(AdxOption.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(NotebookTest::value)
                .toList();
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
