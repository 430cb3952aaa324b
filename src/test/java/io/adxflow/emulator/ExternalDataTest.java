package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code externaldata} reads, and what it must not. */
class ExternalDataTest {
    private static final String SCHEMA = "externaldata (n: long, name: string, t: datetime, d: dynamic) ";

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        emulator = Emulator.start(directory);
        client = new RestClient(emulator.uri(), Duration.ofSeconds(60));
        folder = Files.createDirectories(directory.resolve("exports"));
        Files.writeString(folder.resolve("a.csv"), "n,name,t,d\n1,\"one, two\",2024-03-01,\"[1]\"\n2,,,\n");
        Files.writeString(folder.resolve("a.tsv"), "1\tone, two\t2024-03-01\t[1]\n2\n");
        Files.writeString(folder.resolve("a.psv"), "1|one, two|2024-03-01|[1]|more\n2|||\n");
        String object = "{\"name\":\"one, two\",\"n\":1,\"t\":\"2024-03-01\",\"d\":[1],\"x\":0}";
        Files.writeString(folder.resolve("a.json"), object + "\n{\"n\":2}\n");
        Files.writeString(folder.resolve("a.multijson"), "[" + object + ",\n{\n\"n\":2}]");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.csv.gz")))) {
            Files.copy(folder.resolve("a.csv"), out);
        }
        Files.writeString(folder.resolve("a.txt"), "first\nsecond, third\n");
        Files.writeString(directory.resolve("outside.csv"), "1");
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv,ignoreFirstRecord=true",
        "a.csv.gz,ignoreFirstRecord=true",
        "a.tsv,",
        "a.psv,",
        "a.json,",
        "a.multijson,"
    })
    void everyFormatGivesTheSameRows(String file, String option) {
        String with = option == null ? "" : " with (" + option + ")";
        assertThat(rows(SCHEMA + place(file) + with + " | sort by n asc | extend d = tostring(d)"))
                .isEqualTo(List.of(
                        List.of(1L, "one, two", "2024-03-01T00:00:00Z", "[1]"), Arrays.asList(2L, "", null, "")));
    }

    @Test
    void textIsReadLineByLine() {
        assertThat(rows("externaldata (line: string) " + place("a.txt") + " | where line has 'third'"))
                .isEqualTo(List.of(List.of("second, third")));
    }

    @Test
    void aMappingSaysWhereColumnsComeFrom() {
        String mapping = "'[{\"column\":\"who\",\"path\":\"$.name\"}]'";
        assertThat(rows("externaldata (who: string) " + place("a.json") + " with (format=multijson, ingestionMapping="
                        + mapping + ") | where isnotempty(who)"))
                .isEqualTo(List.of(List.of("one, two")));
    }

    @Test
    void whatTheEmulatorExportedIsRead() {
        client.postJson("/v1/rest/mgmt", body(".set E <| range n from 1 to 3 step 1"));
        String path = folder.resolve("out").toString();
        Answer exported = client.postJson("/v1/rest/mgmt", body(".export to parquet ('" + path + "') <| E"));
        String file = ((Map<?, ?>) ((List<?>) ((Map<?, ?>) Json.read(exported.body())).get("Tables")).get(0))
                .get("Rows")
                .toString()
                .replaceAll("^\\[\\[([^,]*),.*", "$1");
        assertThat(rows("externaldata (n: long) ['" + file + "'] with (format='parquet') | summarize sum(n)"))
                .isEqualTo(List.of(List.of(6L)));
    }

    @Test
    void commandsReadItToo() {
        client.postJson("/v1/rest/mgmt", body(".set Lines <| externaldata (line: string) " + place("a.txt")));
        assertThat(rows("Lines | count")).isEqualTo(List.of(List.of(2L)));
    }

    @Test
    void aFunctionReadsItWhenItIsCalled() {
        client.postJson(
                "/v1/rest/mgmt",
                body(".create function Late() { externaldata (line: string) " + place("late.txt") + " }"));
        assertThat(ask("Late").body()).contains("KQL324");
        write("late.txt", "here");
        assertThat(rows("Late")).isEqualTo(List.of(List.of("here")));
    }

    @Test
    void otherFoldersAndHostsAreNotRead() {
        Answer file = ask("externaldata (n: long) ['" + directory.resolve("outside.csv") + "']");
        assertThat(file.status()).isEqualTo(400);
        assertThat(file.body()).contains("KQL324").contains("--ingest-from");
        Answer host = ask("externaldata (n: long) ['https://elsewhere.example/a.csv?sig=secret']");
        assertThat(host.status()).isEqualTo(400);
        assertThat(host.body()).contains("KQL324").contains("--ingest-from");
    }

    @Test
    void unknownFormatsAndMissingFilesAreTold() {
        assertThat(ask("externaldata (n: long) " + place("a.csv") + " with (format='xlsx')")
                        .body())
                .contains("KQL324")
                .contains("formats: csv");
        assertThat(ask("externaldata (n: long) " + place("none.csv")).body()).contains("KQL324");
    }

    private static void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(String file) {
        return "['" + folder.resolve(file) + "']";
    }

    private static Answer ask(String query) {
        return client.postJson("/v1/rest/query", body(query));
    }

    private static String body(String text) {
        return Json.write(Map.of("db", "NetDefaultDB", "csl", text));
    }

    private static List<?> rows(String query) {
        Answer answer = ask(query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Map<?, ?> tables = (Map<?, ?>) Json.read(answer.body());
        return (List<?>) ((Map<?, ?>) ((List<?>) tables.get("Tables")).get(0)).get("Rows");
    }
}
