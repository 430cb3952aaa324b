package io.adxflow.emulator.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.Emulator;
import java.io.IOException;
import java.io.InputStream;
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
            "range x from 1 to 10000000 step 1 | extend k = 1 | join kind=inner (range y from 1 to 10000000 step 1 |"
                    + " extend k = 1) on k | summarize sum(x * y)";

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(directory);
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

    private static String body(String query, Map<String, Object> options) {
        return Json.write(Map.of("db", "NetDefaultDB", "csl", query, "properties", Map.of("Options", options)));
    }
}
