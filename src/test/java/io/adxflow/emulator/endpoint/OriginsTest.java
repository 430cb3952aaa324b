package io.adxflow.emulator.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.Origins;
import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.EmulatorOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Web pages that use the emulator. */
class OriginsTest {
    private static final String QUERY = "{\"db\":\"\",\"csl\":\"print 1\"}";

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;

    @BeforeAll
    static void start() {
        EmulatorOptions options = EmulatorOptions.in(directory);
        emulator = Emulator.start(options.withOrigins(new Origins(List.of("https://dataexplorer.azure.com"))));
        client = new RestClient(emulator.uri(), Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void aPageOfThisMachineMayAskAndRead() {
        Answer asked = send(
                "OPTIONS",
                "http://localhost:3000",
                Map.of(
                        "Access-Control-Request-Method", "POST",
                        "Access-Control-Request-Headers", "authorization,x-ms-app"));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Access-Control-Allow-Origin")).contains("http://localhost:3000");
        assertThat(asked.header("Access-Control-Allow-Headers")).contains("authorization,x-ms-app");
        assertThat(asked.header("Access-Control-Allow-Methods").orElse("")).contains("POST");
        Answer answer = send("POST", "http://127.0.0.1:3000", Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("http://127.0.0.1:3000");
        assertThat(answer.header("Access-Control-Expose-Headers").orElse("")).contains("x-ms-activity-id");
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @Test
    void anErrorCanBeReadTooByThePage() {
        Answer answer = client.send(
                "POST", "/v2/rest/query", Map.of("Origin", "http://localhost"), "{".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("http://localhost");
    }

    @Test
    void anotherPageIsRefusedEvenWithoutAsking() {
        for (String origin : List.of("https://evil.example", "http://localhost.evil.example", "null")) {
            Answer answer = send("POST", origin, Map.of());
            assertThat(answer.status()).as(origin).isEqualTo(403);
            assertThat(answer.body()).contains("pages of '" + origin + "' may not use this server");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(send("OPTIONS", origin, Map.of("Access-Control-Request-Method", "POST"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void anOriginThatIsNamedMayAsk() {
        assertThat(send("POST", "https://dataexplorer.azure.com", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void whoIsNoPageIsNotAsked() {
        Answer answer = client.postJson("/v2/rest/query", QUERY);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    private static Answer send(String method, String origin, Map<String, String> more) {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("Origin", origin);
        return client.send(method, "/v2/rest/query", headers, QUERY.getBytes(StandardCharsets.UTF_8));
    }
}
