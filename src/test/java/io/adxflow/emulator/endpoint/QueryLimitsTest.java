package io.adxflow.emulator.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.EmulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a query may not do, whatever it asks for; another query is answered afterwards. */
class QueryLimitsTest {
    private static final String ENDLESS =
            "range x from 1 to 1000000 step 1 | extend k = 1 | join kind=inner (range y from 1 to 1000000 step 1 |"
                    + " extend k = 1) on k | summarize sum(x * y)";

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(EmulatorOptions.in(directory).withMemory(256L << 20));
        client = new RestClient(emulator.uri(), Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @AfterEach
    void theServerLivesOn() {
        assertThat(client.postJson("/v2/rest/query", body("print x = 1", Map.of()))
                        .body())
                .contains("\"Rows\":[[1]]");
    }

    @Test
    void aQueryThatRunsTooLongIsCutAtItsLimit() {
        RestClient.Answer answer =
                client.postJson("/v2/rest/query", body(ENDLESS, Map.of("servertimeout", "00:00:01")));

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.body()).contains("RequestExecutionTimeout", "it ran longer than its limit of 1.0 s");
    }

    @Test
    void aClientThatGoesAwayTakesItsQueryWithIt() throws IOException {
        try (InputStream rows = client.stream(
                "POST",
                "/v2/rest/query",
                Map.of(),
                body("range x from 1 to 1000000000 step 1", Map.of("notruncation", true))
                        .getBytes(StandardCharsets.UTF_8))) {
            assertThat(rows.readNBytes(1000)).hasSize(1000);
        }
    }

    /** One list of all rows cannot go to disk. */
    @Test
    void aQueryThatNeedsTooMuchMemoryIsRefused() {
        String list =
                "range x from 1 to 20000000 step 1 | summarize make_list(strcat('the text of row ', x), 20000000)";
        RestClient.Answer answer = client.postJson("/v2/rest/query", body(list, Map.of()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "KustoServicePartialQueryFailureLowMemoryConditionException",
                        "(80DA0007)",
                        "E_LOW_MEMORY_CONDITION",
                        "\"@permanent\":false");
    }

    @Test
    void aSortThatNeedsMoreMemoryGoesToDisk() {
        String sort = "range x from 1 to 4000000 step 1 | extend t = strcat('a text that fills the memory of row ', x)"
                + " | sort by t asc | serialize r = row_number() | summarize max(r)";
        RestClient.Answer answer = client.postJson("/v2/rest/query", body(sort, Map.of()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"Rows\":[[4000000]]");
    }

    /** A server waits five seconds for requests that have begun, and this one would go on for hours. */
    @Test
    void aQueryEndsWhenItsClientIsGone() throws IOException {
        Emulator other = Emulator.start(directory.resolve("other"));
        String text = body(ENDLESS, Map.of());
        String head = "POST /v2/rest/query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + text.length() + "\r\n\r\n";
        try (Socket socket = new Socket(other.uri().getHost(), other.uri().getPort())) {
            socket.getOutputStream().write((head + text).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.setSoTimeout(500);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }

        assertTimeoutPreemptively(Duration.ofSeconds(4), other::close);
    }

    private static String body(String query, Map<String, Object> options) {
        return Json.write(Map.of("db", "NetDefaultDB", "csl", query, "properties", Map.of("Options", options)));
    }
}
