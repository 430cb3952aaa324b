package io.adxflow.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import io.adxflow.golden.GoldenCase;
import io.adxflow.golden.GoldenCases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole exchanges. A case may have a {@code setup}, a command on each line,
 * whose table is {@code HttpCase}; its {@code request} is a method and an address, then
 * the body; its {@code response} is the status, then the body, with what changes from run to run replaced.
 */
class HttpCasesTest {
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

    @TestFactory
    Stream<DynamicTest> exchanges() {
        return GoldenCases.tests("wire/http", HttpCasesTest::check);
    }

    private static void check(GoldenCase golden) {
        golden.find("setup").stream().flatMap(String::lines).forEach(HttpCasesTest::command);
        String[] request = golden.block("request").split("\n", 2);
        String[] line = request[0].split(" ", 2);
        String body = request.length > 1 ? request[1] : "";
        Answer answer = client.send(line[0], line[1], Map.of(), body.getBytes(StandardCharsets.UTF_8));
        command(".drop tables (HttpCase) ifexists");
        golden.check("response", answer.status() + "\n" + steady(answer.body()));
    }

    private static void command(String text) {
        Answer answer = client.postJson("/v1/rest/mgmt", Json.write(Map.of("db", "", "csl", text)));
        assertThat(answer.status()).as(text + "\n" + answer.body()).isEqualTo(200);
    }

    private static String steady(String body) {
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<guid>")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "<time>")
                .replaceAll("\"(process|thread)Id\":\\d+", "\"$1Id\":<number>")
                .replaceAll("ExecutionTime\\\\\":[0-9.E-]+", "ExecutionTime\\\\\":<seconds>")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:<port>")
                .replaceAll("se=[^&]+&sig=[0-9a-f]+", "se=<time>&sig=<signature>");
    }
}
