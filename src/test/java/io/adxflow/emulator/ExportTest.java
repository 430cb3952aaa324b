package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is exported is where clients look for it, and is what was in the table. */
class ExportTest {
    private static final String ROWS =
            "range l from 1 to 3 step 1 | extend s = strcat('quote \" comma , line\\n', l), t = datetime(2024-01-02T03:04:05.123456)"
                    + " + l * 1d, m = decimal(12.5), r = 1.5, b = l == 2, i = toint(l), g ="
                    + " guid(74be27de-1e4e-49d9-b579-fe0b331d3642), d = dynamic({'a': [1, null]}), n = long(null)";

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;
    private static String[] container;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(directory);
        client = new RestClient(emulator.uri(), Duration.ofSeconds(60));
        command(".set T <| " + ROWS);
        container = rows(".show export containers").get(0).get(0).toString().split("\\?");
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource({"csv,csv", "json,multijson", "parquet,parquet", "compressed csv,csv", "compressed parquet,parquet"})
    void whatWasExportedCanBeIngestedAgain(String form, String format) {
        String path = rows(command(form, "Round/" + form.replace(' ', '-')))
                .get(0)
                .get(0)
                .toString();
        String target = "Back" + form.replace(" ", "");
        command(".set " + target + " <| T | take 0");
        command(".ingest into table " + target + " (h'" + path + "?" + container[1] + "') with (format='" + format
                + "')");
        String asText = " | extend d = tostring(d) | sort by l asc";
        assertThat(query(target + asText)).isEqualTo(query("T" + asText));
    }

    @Test
    void anExportedFileIsListedAndReadInRanges() {
        command(command("parquet", "listed/part0"));
        String list = client.get(container[0] + "?restype=container&comp=list&prefix=listed%2F&" + container[1])
                .body();
        String name = list.replaceAll("(?s).*<Blob><Name>(.*?)</Name>.*", "$1");
        assertThat(name).startsWith("listed/part0_1_").endsWith(".parquet");
        Answer head = client.send(
                "GET", container[0] + "/" + name + "?" + container[1], Map.of("x-ms-range", "bytes=0-3"), new byte[0]);
        assertThat(head.status()).isEqualTo(206);
        assertThat(head.body()).isEqualTo("PAR1");
    }

    @ParameterizedTest
    @CsvSource({"csv,5000", "compressed json,3000", "parquet,1"})
    void anExportIsCutIntoFilesOfTheSizeThatIsWanted(String form, long bytes) {
        String properties = "with (sizeLimit=" + bytes + ", parquetRowGroupSize=2048, includeHeaders=firstFile, ";
        List<List<?>> files = rows(command(form, "cut/" + form.replace(' ', '-'))
                .replace("with (", properties)
                .replace("<| T", "<| range x from 1 to 5000 step 1"));
        assertThat(files).hasSizeGreaterThan(1);
        assertThat(files.stream()
                        .mapToLong(file -> ((Number) file.get(1)).longValue())
                        .sum())
                .isEqualTo(5000);
        assertThat(files.get(1).get(0).toString()).contains("_2_");
    }

    @Test
    void aFolderOfAContainerIsWrittenTo() {
        String place = container[0] + "/a/folder?" + container[1];
        String path = rows(".export to csv (h'" + place + "') with (namePrefix='part') <| T")
                .get(0)
                .get(0)
                .toString();
        assertThat(path).startsWith(container[0] + "/a/folder/part_1_");
        assertThat(client.get(path + "?" + container[1]).status()).isEqualTo(200);
    }

    @Test
    void aFolderOfTheDataDirectoryIsWrittenTo() {
        String path = rows(".export to csv ('mine') with (namePrefix=part) <| T | project l")
                .get(0)
                .get(0)
                .toString();
        assertThat(Path.of(path)).hasContent("1\n2\n3").startsWith(directory.toAbsolutePath());
    }

    private static String command(String form, String prefix) {
        return ".export " + form.replace("compressed ", "compressed to ").replaceFirst("^(?!compressed)", "to ")
                + " (h'"
                + container[0] + "?" + container[1] + "') with (namePrefix='" + prefix + "', parquetDatetimePrecision="
                + "'microsecond') <| T";
    }

    private static void command(String text) {
        rows(text);
    }

    private static List<List<?>> query(String text) {
        return rows("/v1/rest/query", text);
    }

    private static List<List<?>> rows(String command) {
        return rows("/v1/rest/mgmt", command);
    }

    private static List<List<?>> rows(String path, String text) {
        Answer answer = client.postJson(path, Json.write(Map.of("db", EmulatorOptions.DEFAULT_DATABASE, "csl", text)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Map<?, ?> table = (Map<?, ?>) ((List<?>) ((Map<?, ?>) Json.read(answer.body())).get("Tables")).get(0);
        return ((List<?>) table.get("Rows"))
                .stream().<List<?>>map(row -> (List<?>) row).toList();
    }
}
