package io.adxflow.emulator.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.Emulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries of a size that nobody writes by hand are answered or refused, and the server lives on. */
@Tag("slow")
class LongQueriesTest {
    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(directory);
        client = new RestClient(emulator.uri(), Duration.ofSeconds(60));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void manyOperators() {
        answered("print x = 1" + " | extend x = x + 1".repeat(400), "[401]");
    }

    @Test
    void manyUnions() {
        answered("print x = 1" + " | union (print x = 1)".repeat(300) + " | count", "[301]");
    }

    @Test
    void manyLegsOfAUnion() {
        answered("union " + numbers(1_000, "(print x = %d)", ", ") + " | count", "[1000]");
    }

    @Test
    void manyAlternatives() {
        answered("range x from 1 to 3 step 1 | where " + numbers(10_000, "x == %d", " or ") + " | count", "[3]");
    }

    @Test
    void manyMembersOfAList() {
        answered("print x = 7 | where x in (" + numbers(10_000, "%d", ", ") + ") | count", "[1]");
    }

    @ParameterizedTest
    @CsvSource({
        "'bin(', 7, ', 2)', '[6]'",
        "'substring(', '''abc''', ', 0)', '[\"abc\"]'",
        "'(', true, ' == true)', '[true]'",
        "'startofday(', 'datetime(2020-01-01)', ')', '[\"2020-01-01T00:00:00Z\"]'",
        "'iff(1 == 2, 1, ', 7, ')', '[7]'"
    })
    void deeplyNestedCalls(String opening, String inner, String closing, String row) {
        answered("print x = " + opening.repeat(30) + inner + closing.repeat(30), row);
    }

    @Test
    void functionsThatDoubleTheirCallsAreRefused() {
        String functions = IntStream.range(1, 30)
                .mapToObj(i -> "let f%d = (x:long) { f%d(x) + f%d(x) };".formatted(i, i - 1, i - 1))
                .collect(Collectors.joining());
        refused("let f0 = (x:long) { x };" + functions + " print f29(1)", "KQL906");
    }

    @Test
    void valuesThatBuildOnEachOtherTooOftenAreRefused() {
        String values = IntStream.range(1, 600)
                .mapToObj(i -> "let v%d = v%d + 1;".formatted(i, i - 1))
                .collect(Collectors.joining());
        refused("let v0 = 1;" + values + " print v599", "KQL110");
    }

    private static String numbers(int count, String each, String between) {
        return IntStream.range(0, count).mapToObj(each::formatted).collect(Collectors.joining(between));
    }

    private static void answered(String query, String row) {
        RestClient.Answer answer = ask(query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"Rows\":[" + row + "]");
    }

    private static void refused(String query, String code) {
        RestClient.Answer answer = ask(query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(code);
    }

    private static RestClient.Answer ask(String query) {
        return client.postJson("/v2/rest/query", Json.write(Map.of("db", "NetDefaultDB", "csl", query)));
    }
}
