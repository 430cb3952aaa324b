package io.adxflow.adx.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.Answers;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private static final String LIMITS = Answers.error(
            "LimitsExceeded", "exceeded the allowed limits (80DA0003): E_QUERY_RESULT_SET_TOO_LARGE", false);

    @Test
    void rowsOfAPrimaryResultAreReadInOrder() {
        assertThat(rows(Answers.of(Answers.table("[[1,\"a\"],[2,null]]"))))
                .containsExactly(List.of(1L, "a"), List.of(2L, ""));
    }

    @Test
    void everyTypeHasItsJavaValue() {
        String columns = columns("bool", "int", "long", "real", "decimal", "string", "datetime", "timespan", "guid");
        String row = "[true,1,9223372036854775807,1,\"2.50\",\"x\",\"2020-03-04T14:05:01.3109965Z\","
                + "\"-1.02:03:04.5000000\",\"74be27de-1e4e-49d9-b579-fe0b331d3642\"]";
        assertThat(rows(Answers.of(Answers.table(columns, "[" + row + "]"))))
                .containsExactly(List.of(
                        true,
                        1,
                        Long.MAX_VALUE,
                        1.0,
                        new BigDecimal("2.50"),
                        "x",
                        Instant.parse("2020-03-04T14:05:01.310996500Z"),
                        Duration.ofDays(-1).minusHours(2).minusMinutes(3).minusMillis(4500),
                        UUID.fromString("74be27de-1e4e-49d9-b579-fe0b331d3642")));
    }

    @Test
    void dynamicKeepsTheDigitsOfItsNumbers() {
        String rows = "[[{\"a\":1.10,\"b\":[1e5,null,\"x\\\"y\"]}],[\"text\"],[7],[null],[true]]";
        assertThat(rows(Answers.of(Answers.table(columns("dynamic"), rows))))
                .containsExactly(
                        List.of("{\"a\":1.10,\"b\":[1e5,null,\"x\\\"y\"]}"),
                        List.of("text"),
                        List.of("7"),
                        Arrays.asList((Object) null),
                        List.of("true"));
    }

    @Test
    void realsThatAreNoNumbersAreTexts() {
        String rows = "[[\"NaN\"],[\"Infinity\"],[\"-Infinity\"],[null]]";
        assertThat(rows(Answers.of(Answers.table(columns("real"), rows))))
                .containsExactly(
                        List.of(Double.NaN),
                        List.of(Double.POSITIVE_INFINITY),
                        List.of(Double.NEGATIVE_INFINITY),
                        Arrays.asList((Object) null));
    }

    @Test
    void fragmentsAreOneResult() {
        String body = Answers.of(
                header(1),
                fragment(1, "DataAppend", "[[1,\"a\"]]"),
                fragment(1, "DataAppend", "[[2,\"b\"]]"),
                end(1, 2));
        assertThat(rows(body)).containsExactly(List.of(1L, "a"), List.of(2L, "b"));
    }

    @Test
    void aFragmentThatReplacesIsRefused() {
        String body = Answers.of(header(1), fragment(1, "DataReplace", "[[1,\"a\"]]"), end(1, 1));
        assertThatThrownBy(() -> rows(body))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("expected a fragment that appends, found 'DataReplace'");
    }

    @Test
    void fewerRowsThanAnnouncedIsACutAnswer() {
        assertThatThrownBy(() -> rows(Answers.of(header(1), fragment(1, "DataAppend", "[[1,\"a\"]]"), end(1, 2))))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("was cut off: a result has 1 rows, and 2 were announced");
    }

    @Test
    void aBodyThatEndsAnywhereIsACutAnswer() {
        String body = Answers.of(Answers.table("[[1,\"a\"],[2,\"b\"]]"));
        for (int length = 1; length < body.length(); length++) {
            String cut = body.substring(0, length);
            assertThatThrownBy(() -> rows(cut))
                    .as(cut)
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("was cut off")
                    .matches(e -> ((RemoteException) e).isRetryable());
        }
    }

    /** One bit of each byte in turn. Some bytes of the header mean nothing. */
    @Test
    void aPackedAnswerThatIsDamagedIsRefusedOrUnharmed() throws IOException {
        String body = Answers.of(Answers.table("[[1,\"a\"],[2,\"b\"]]"));
        byte[] packed = packed(body);
        for (int at = 0; at < packed.length; at++) {
            byte[] damaged = packed.clone();
            damaged[at] ^= 1 << at % 8;
            try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(damaged))) {
                assertThat(rows(plain)).as("byte %d", at).isEqualTo(rows(body));
            } catch (RemoteException | IOException e) {
                assertThat(e).as("byte %d", at).isNotNull();
            }
        }
    }

    @Test
    void aPackedAnswerIsReadToTheChecksumAtItsEnd() throws IOException {
        byte[] damaged = packed(Answers.of(Answers.table("[[1,\"a\"]]")));
        damaged[damaged.length - 8] ^= 1;
        InputStream plain = new GZIPInputStream(new ByteArrayInputStream(damaged));
        assertThatThrownBy(() -> rows(plain))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("was cut off: Corrupt GZIP trailer");
    }

    private static byte[] packed(String body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream pack = new GZIPOutputStream(packed)) {
            pack.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void anAnswerWithoutCompletionIsCut() {
        assertThatThrownBy(() -> rows("[" + Answers.HEADER + "," + Answers.table("[[1,\"a\"]]") + "]"))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("it has no completion frame");
    }

    @Test
    void anErrorAmongTheRowsIsRaised() {
        String error = "{\"OneApiErrors\":[" + LIMITS + "]}";
        assertThatThrownBy(() -> rows(Answers.of(Answers.table("[[1,\"a\"]," + error + "]"))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ADX303")
                .hasMessageContaining("set notruncation;");
    }

    @Test
    void anErrorAtTheEndIsRaised() {
        String completion =
                "{\"FrameType\":\"DataSetCompletion\",\"HasErrors\":true,\"Cancelled\":false,\"OneApiErrors\":["
                        + Answers.error("Internal", "Query is expired", false) + "]}";
        assertThatThrownBy(
                        () -> rows("[" + Answers.HEADER + "," + Answers.table("[[1,\"a\"]]") + "," + completion + "]"))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("Query is expired");
    }

    @Test
    void errorsWithoutDetailsAreRaised() {
        String completion = "{\"FrameType\":\"DataSetCompletion\",\"HasErrors\":true,\"Cancelled\":false}";
        assertThatThrownBy(() -> rows("[" + Answers.table("[]") + "," + completion + "]"))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("the answer has errors and does not say which");
    }

    @Test
    void truncationThatOnlyTheCompletionInformationReportsIsRaised() {
        String columns =
                "[{\"ColumnName\":\"Level\",\"ColumnType\":\"int\"},{\"ColumnName\":\"StatusCode\",\"ColumnType\":\"int\"},"
                        + "{\"ColumnName\":\"StatusCodeName\",\"ColumnType\":\"string\"},{\"ColumnName\":\"Payload\",\"ColumnType\":\"string\"}]";
        String information = "{\"FrameType\":\"DataTable\",\"TableId\":2,\"TableKind\":\"QueryCompletionInformation\","
                + "\"TableName\":\"QueryCompletionInformation\",\"Columns\":" + columns
                + ",\"Rows\":[[4,0,\"S_OK (0)\",\"{}\"],[2,-2133196797,\"Query result set too large"
                + " (E_QUERY_RESULT_SET_TOO_LARGE). (-2133196797)\",\"{}\"]]}";
        assertThatThrownBy(() -> rows(Answers.of(Answers.table("[[1,\"a\"]]"), information)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ADX303");
    }

    @Test
    void aRowOfTheWrongWidthIsUnreadable() {
        assertThatThrownBy(() -> rows(Answers.of(Answers.table("[[1,\"a\",2]]"))))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("a row has more than 2 values");
    }

    @Test
    void aValueOfTheWrongKindNamesItsColumn() {
        assertThatThrownBy(() -> rows(Answers.of(Answers.table("[[{},\"a\"]]"))))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("in the column 'Id': expected a long");
    }

    @Test
    void severalResultsAreRefused() {
        assertThatThrownBy(() -> rows(Answers.of(Answers.table("[]"), Answers.table("[]"))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ADX304");
    }

    private static List<List<Object>> rows(String body) {
        return rows(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<List<Object>> rows(InputStream bytes) {
        AdxCluster cluster = AdxCluster.at("http://127.0.0.1:1", "db", new AdxAuth.None());
        try (AdxRowStream stream = AdxRowStream.over(bytes, "r1", Failures.ofQuery(cluster, "db", "r1"), false)) {
            List<List<Object>> rows = new ArrayList<>();
            stream.forEachRemaining(row -> rows.add(Arrays.asList(row)));
            return rows;
        }
    }

    private static String columns(String... types) {
        List<String> columns = new ArrayList<>();
        for (String type : types) {
            columns.add("{\"ColumnName\":\"x" + type + "\",\"ColumnType\":\"" + type + "\"}");
        }
        return "[" + String.join(",", columns) + "]";
    }

    private static String header(int table) {
        return "{\"FrameType\":\"TableHeader\",\"TableId\":" + table
                + ",\"TableKind\":\"PrimaryResult\",\"TableName\":\"PrimaryResult\",\"Columns\":" + Answers.COLUMNS
                + "}";
    }

    private static String fragment(int table, String type, String rows) {
        return "{\"FrameType\":\"TableFragment\",\"TableFragmentType\":\"" + type + "\",\"TableId\":" + table
                + ",\"Rows\":" + rows + "}";
    }

    private static String end(int table, int rows) {
        return "{\"FrameType\":\"TableCompletion\",\"TableId\":" + table + ",\"RowCount\":" + rows + "}";
    }
}
