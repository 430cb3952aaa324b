package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Queries over the files of external tables. That a file is not read is seen from its being broken. */
class ExternalTableTest {
    private static final String BROKEN = "this is no Parquet file";
    private static final String VISITS =
            "(At:datetime, Page:string, N:long) kind=storage partition by (Country:string, Day:datetime = startofday(At))"
                    + " pathformat = (\"c=\" Country \"/\" datetime_pattern(\"yyyy-MM-dd\", Day)) ";

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;
    private static Path folder;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(directory);
        client = new RestClient(emulator.uri(), Duration.ofSeconds(60));
        folder = directory.resolve("exports");
        write("visits/c=no/2024-01-01/a.csv", "2024-01-01T10:00:00Z,start,1\n2024-01-01T11:00:00Z,end,2\n");
        write("visits/c=se/2024-01-02/a.csv", "2024-01-02T10:00:00Z,start,4\n");
        write("visits/c=se/2024-01-03/a.csv", "2024-01-03T10:00:00Z,\"end, now\",8\n");
        write("visits/c=__DEFAULT_PARTITION__/2024-01-01/a.csv", "2024-01-01T12:00:00Z,start,16\n");
        write("visits/readme.csv", "this is none of the table,,\n");
        write("visits/c=dk/yesterday/a.csv", "2024-01-01T12:00:00Z,start,32\n");
        done(".create external table Visits " + VISITS + "dataformat=csv ('" + folder + "/visits')");
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void rowsHaveTheColumnsOfFilesAndPaths() {
        assertThat(rows("external_table('Visits') | sort by N asc | project Page, N, Country"))
                .isEqualTo(List.of(
                        List.of("start", 1L, "no"),
                        List.of("end", 2L, "no"),
                        List.of("start", 4L, "se"),
                        List.of("end, now", 8L, "se"),
                        List.of("start", 16L, "")));
        assertThat(rows("external_table('Visits') | getschema | summarize make_list(ColumnName)"))
                .isEqualTo(List.of(List.of(List.of("At", "Page", "N", "Country"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Country == 'se'; 28",
                "Country startswith 'N'; 19",
                "Country in ('no', 'dk') and N > 1; 18",
                "At >= datetime(2024-01-02T12:00); 8",
                "At < datetime(2024-01-02); 19",
                "At between (datetime(2024-01-02) .. 12h); 4",
                "At == datetime(2024-01-03T10:00:00Z); 8",
                "startofday(At) == datetime(2024-01-03); 8",
                "At > ago(1h); ",
                "N in (1, 8); 9",
                "Country == 'no' or At > datetime(2024-01-03); 27"
            })
    void conditionsMeanTheSameHoweverManyFilesAreRead(String condition, Long sum) {
        // The part whose country is not known is read by conditions on the country, and its country is empty.
        String expected = "external_table('Visits') | extend x = 1 | where " + condition + " | summarize sum(N)";
        String pruned = "external_table('Visits') | where " + condition + " | summarize sum(N)";
        assertThat(rows(pruned)).isEqualTo(rows(expected));
        if (sum != null && !condition.contains("Country")) {
            assertThat(rows(pruned)).isEqualTo(List.of(List.of(sum)));
        }
    }

    @Test
    void filesOfOtherPartitionsAreNotRead() {
        done(".export to parquet ('" + folder + "/parts/c=no/2024-02-01') <| print At = datetime(2024-02-01T01:00),"
                + " Page = 'p', N = 1");
        write("parts/c=se/2024-02-02/a.parquet", BROKEN);
        done(".create external table Parts " + VISITS + "dataformat=parquet ('" + folder + "/parts')");
        assertThat(ask("external_table('Parts')").body()).contains("KQL324").contains("c=se");
        for (String condition : List.of(
                "Country == 'no'",
                "At < datetime(2024-02-02)",
                "At between (datetime(2024-02-01) .. datetime(2024-02-01T23:59))")) {
            assertThat(rows("external_table('Parts') | where " + condition + " | count"))
                    .as(condition)
                    .isEqualTo(List.of(List.of(1L)));
        }
        assertThat(rows("external_table('Parts') | where Page == 'p' | where At < datetime(2024-02-02) | project N"))
                .isEqualTo(List.of(List.of(1L)));
    }

    @Test
    void everyFormatIsRead() throws IOException {
        write("formats/a.json", "{\"n\":1,\"d\":{\"x\":1}}\n{\"n\":2}\n");
        write("formats/a.tsv", "1\t{}\n2\t\n");
        write("formats/a.multijson", "[{\"n\":1},\n{\"n\":2}]");
        write("formats/a.psv", "1|\n2|more|fields\n");
        done(".export to parquet ('" + folder + "/formats/p') <| range n from 1 to 2 step 1");
        for (String format : List.of("json", "tsv", "multijson", "psv", "parquet")) {
            done(".create-or-alter external table F (n:long, d:dynamic) kind=storage dataformat=" + format + " ('"
                    + folder + "/formats') with (fileExtension='." + format + "')");
            assertThat(rows("external_table('F') | summarize sum(n), count()"))
                    .as(format)
                    .isEqualTo(List.of(List.of(3L, 2L)));
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("formats/z.csv.gz")))) {
            out.write("\uFEFFn,d\n1,\n2,\n".getBytes(StandardCharsets.UTF_8));
        }
        done(".create-or-alter external table F (n:long, d:dynamic) kind=storage dataformat=csv ('" + folder
                + "/formats') with (namePrefix='z', includeHeaders='All')");
        assertThat(rows("external_table('F') | summarize sum(n), count()")).isEqualTo(List.of(List.of(3L, 2L)));
    }

    @Test
    void aMappingSaysWhatAColumnGets() {
        write("mapped/a.json", "{\"who\":{\"name\":\"Ann\"},\"n\":1}\n");
        done(".create external table Mapped (Name:string, n:long) kind=storage dataformat=json ('" + folder
                + "/mapped')");
        done(
                ".create external table Mapped mapping 'M' '[{\"Column\":\"Name\",\"Properties\":{\"Path\":\"$.who.name\"}}]'");
        assertThat(rows("external_table('Mapped', 'M')")).isEqualTo(List.of(Arrays.asList("Ann", null)));
        assertThat(rows("external_table('Mapped')")).isEqualTo(List.of(List.of("", 1L)));
        assertThat(ask("external_table('Mapped', 'None')").body())
                .contains("KQL324")
                .contains("its mappings: M");
    }

    @Test
    void itIsATableLikeOthers() {
        done(".create function Late() { external_table('Visits') | where Country == 'se' }");
        assertThat(rows("Late | join kind=inner (external_table('Visits') | where N < 5) on At | count"))
                .isEqualTo(List.of(List.of(1L)));
        done(".set Copy <| external_table('Visits') | where Country == 'no'");
        assertThat(rows("Copy | union (external_table('Visits') | where N == 8) | summarize sum(N)"))
                .isEqualTo(List.of(List.of(11L)));
        assertThat(rows("let T = external_table('Visits'); T | where N > 2 | union (T | where N <= 2) | count"))
                .isEqualTo(List.of(List.of(5L)));
        assertThat(ask("external_table('None')").body()).contains("KQL206");
        assertThat(ask("external_table()").body()).contains("KQL303");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "tsv", "json", "parquet"})
    void rowsThatWereExportedAreReadAgain(String format) {
        done(".set-or-replace Sales <| datatable (At: datetime, Name: string, N: long, D: dynamic, Shop: string) ["
                + "datetime(2024-01-01T10:00), 'a \"b\", c', 1, dynamic({'x': 1}), 'south/1',"
                + " datetime(2024-01-02T10:00:00.1234560Z), '', 2, dynamic(null), 'north',"
                + " datetime(null), 'line\\nbreak', long(null), dynamic([1]), '', "
                + " datetime(2024-01-02T23:00), \"'q'\", 4, dynamic('t'), \"n'orth\"]");
        String table = "Exported_" + format;
        done(".create external table " + table + " (At:datetime, Name:string, N:long, D:dynamic) kind=storage"
                + " partition by (Shop:string, Day:datetime = bin(At, 1d)) pathformat = (\"shop=\" Shop \"/\" Day)"
                + " dataformat=" + format + " ('exported/" + format + "') with (namePrefix='x', includeHeaders='All')");
        List<?> files = done(".export to table " + table + " <| Sales");
        assertThat(files).hasSize(4);
        assertThat(files.toString())
                .contains("shop=north/2024/01/02/x_")
                .contains("shop=n'orth/2024/01/02/x_")
                .contains("shop=__DEFAULT_PARTITION__/__DEFAULT_PARTITION__/x_")
                .contains("shop=__DEFAULT_PARTITION__/2024/01/01/x_");
        String columns = " | project At, Name, N, D = tostring(D) | sort by At asc";
        assertThat(rows("external_table('" + table + "')" + columns)).isEqualTo(rows("Sales" + columns));
        assertThat(rows("external_table('" + table + "') | where Shop == 'north' | project N"))
                .isEqualTo(List.of(List.of(2L)));
        assertThat(done(".show external table " + table + " artifacts")).hasSize(4);
        done(".export async to table " + table + " <| Sales | where N == 4");
        assertThat(command(client, ".export to table " + table + " <| Sales | take 0"))
                .isEmpty();
    }

    @Test
    void whatIsNotThereOrMustNotBeReadIsTold() {
        done(".create external table Away (n:long) kind=storage dataformat=csv ('" + directory + "/tls')");
        assertThat(ask("external_table('Away')").body()).contains("there is no such folder");
        write("../outside/a.csv", "1");
        done(".create-or-alter external table Away (n:long) kind=storage dataformat=csv ('" + directory + "/outside')");
        assertThat(ask("external_table('Away')").body()).contains("KQL324").contains("--ingest-from");
        done(
                ".create-or-alter external table Away (n:long) kind=storage dataformat=csv ('https://a.example/c?sig=secret')");
        Answer foreign = ask("external_table('Away')");
        assertThat(foreign.body()).contains("--ingest-from").doesNotContain("secret");
        assertThat(foreign.status()).isEqualTo(400);
        done(".create-or-alter external table Away (n:long) kind=storage dataformat=csv ('" + emulator.uri() + "')");
        assertThat(ask("external_table('Away')").body()).contains("names no container");
    }

    @Test
    void rubbishIsRefusedByName() {
        write("rubbish/a.avro", "rubbish");
        done(".create external table Rubbish (n:long) kind=storage dataformat=avro ('" + folder + "/rubbish')");
        Answer answer = ask("external_table('Rubbish')");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("a.avro");
        write("rubbish/a.zip", "PK\u0003\u0004rubbish");
        done(".create-or-alter external table Rubbish (n:long) kind=storage dataformat=csv ('" + folder
                + "/rubbish') with (fileExtension='.zip')");
        assertThat(ask("external_table('Rubbish')").body()).contains("zip archive");
    }

    @Test
    void containersOfThisAndOfAnotherEmulatorAreListed() {
        String own = container(client);
        done(".export to csv (h'" + own + "') with (namePrefix='own/one') <| range n from 1 to 3 step 1");
        done(".create external table Own (n:long) kind=storage dataformat=csv (h'" + own.replace("?", "/own?") + "')");
        assertThat(rows("external_table('Own') | summarize sum(n)")).isEqualTo(List.of(List.of(6L)));
        assertThat(done(".show external table Own artifacts | project Uri").toString())
                .contains("/own/one_1_")
                .doesNotContain("sig=");
        try (Emulator other = Emulator.start(directory.resolve("other"))) {
            RestClient there = new RestClient(other.uri(), Duration.ofSeconds(60));
            String place = container(there);
            command(there, ".export to csv (h'" + place + "') with (namePrefix='a b/x') <| print n = 40");
            command(there, ".export to csv (h'" + place + "') <| print n = 2");
            done(".create external table There (n:long) kind=storage dataformat=csv (h'" + place + "')");
            assertThat(rows("external_table('There') | summarize sum(n)")).isEqualTo(List.of(List.of(42L)));
            done(".create-or-alter external table There (n:long) kind=storage dataformat=csv (h'"
                    + place.replace("sig=", "sig=x") + "')");
            assertThat(ask("external_table('There')").body()).contains("KQL324");
        }
    }

    private static String container(RestClient from) {
        return ((List<?>) command(from, ".show export containers").get(0))
                .get(0)
                .toString();
    }

    private static void write(String file, String text) {
        try {
            Path path = folder.resolve(file).normalize();
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer ask(String query) {
        return client.postJson("/v1/rest/query", body(query));
    }

    private static List<?> done(String command) {
        return command(client, command);
    }

    private static List<?> command(RestClient to, String command) {
        return rows(to.postJson("/v1/rest/mgmt", body(command)));
    }

    private static String body(String text) {
        return Json.write(Map.of("db", "NetDefaultDB", "csl", text));
    }

    private static List<?> rows(String query) {
        return rows(ask(query));
    }

    private static List<?> rows(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Map<?, ?> tables = (Map<?, ?>) Json.read(answer.body());
        return (List<?>) ((Map<?, ?>) ((List<?>) tables.get("Tables")).get(0)).get("Rows");
    }
}
