package io.adxflow.emulator.fault;

import static io.adxflow.emulator.fault.Endpoint.kusto;
import static io.adxflow.emulator.fault.Endpoint.storage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.LoadClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that clients can do wrong, at every address: each is answered with an error of the shape that the address has, or
 * its connection ends; then the emulator answers as before, and holds no more than before.
 */
@Tag("slow")
class FaultInjectionTest {
    private static final int SEED = 20_261_120;
    private static final long MORE_HEAP = 32 << 20;
    private static final String LARGE = "{\"db\":\"NetDefaultDB\",\"csl\":\"range x from 1 to 300000 step 1"
            + " | extend s = strcat('a long text to fill buffers ', x)\",\"properties\":{\"Options\":{\"notruncation\":true}}}";
    private static final String ENDLESS = "{\"db\":\"NetDefaultDB\",\"csl\":\"let R = range x from 1 to 3000000 step 1"
            + " | extend k = 1; R | join kind=inner R on k | summarize sum(x * x1)\",\"properties\":{}}";

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;
    private static LoadClient look;
    private static Map<String, String> resources;
    private static Footprint before;
    private static long heapBefore;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        emulator = Emulator.start(directory);
        client = new RestClient(emulator.uri(), Duration.ofSeconds(30));
        look = new LoadClient(emulator.uri());
        command(".create table T (a:long, b:string)");
        command(".alter table T policy streamingingestion enable");
        resources = new HashMap<>();
        for (Object row : look.rows(".show ingestion resources")) {
            List<?> resource = (List<?>) row;
            resources.put(
                    resource.get(0).toString(),
                    resource.get(1)
                            .toString()
                            .substring(emulator.uri().toString().length()));
        }
        for (Endpoint endpoint : endpoints()) {
            send(endpoint, Map.of(), endpoint.body());
        }
        askAtOnce();
        assumeTrue(Footprint.isKnown(), "this system does not tell what a process holds");
        heapBefore = heap();
        before = Footprint.of(emulator.uri(), directory, look);
    }

    @AfterEach
    void answersAsBeforeAndHoldsNoMore() throws IOException, InterruptedException {
        for (Endpoint endpoint : endpoints()) {
            Answer answer = send(endpoint, Map.of(), endpoint.body());
            assertThat(answer.status()).as(endpoint + ": " + answer.body()).isBetween(200, 299);
        }
        before.isAgain(emulator.uri(), directory, look);
    }

    @AfterAll
    static void holdsNoMoreMemoryAtTheEnd() {
        assertThat(heap()).as("bytes of the heap").isLessThan(heapBefore + MORE_HEAP);
        emulator.close();
    }

    @TestFactory
    Stream<DynamicTest> wrongMethods() {
        return each(endpoints(), endpoint -> {
            for (String method : List.of("BREW", "TRACE", "PROPFIND", "OPTIONS")) {
                Answer answer = client.send(method, endpoint.path(), Map.of(), endpoint.body());
                assertThat(answer.status()).as(method).isEqualTo(405);
                hasShape(endpoint, answer);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> brokenBodies() {
        return each(endpointsWithBodies(), endpoint -> {
            Random random = new Random(SEED);
            for (byte[] body : Rubbish.of(endpoint.body(), random)) {
                answered(endpoint, send(endpoint, Rubbish.headers(random), body));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> bodiesThatBreakOff() {
        return each(endpointsWithBodies(), endpoint -> {
            byte[] half = Arrays.copyOf(endpoint.body(), endpoint.body().length / 2);
            Map<String, String> tooLong = Map.of("Content-Length", String.valueOf(endpoint.body().length + 1000));
            Map<String, String> chunked = Map.of("Transfer-Encoding", "chunked");
            byte[] chunk =
                    ("ff\r\n" + new String(half, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
            for (Map<String, String> length : List.of(tooLong, chunked)) {
                byte[] sent = length == chunked ? chunk : half;
                try (RawClient rude = new RawClient(emulator.uri())) {
                    told(endpoint, rude.head(endpoint, length).send(sent).halfCloseAndListen());
                }
                new RawClient(emulator.uri()).head(endpoint, length).send(sent).vanish();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> lengthsThatAreNone() {
        List<Map<String, String>> lengths = List.of(
                Map.of("Content-Length", "-1"),
                Map.of("Content-Length", "1e3"),
                Map.of("Content-Length", "99999999999999999999"),
                Map.of("Content-Length", "5", "Transfer-Encoding", "chunked"),
                Map.of("Transfer-Encoding", "gzip, chunked, rubbish"));
        return each(endpointsWithBodies(), endpoint -> {
            for (Map<String, String> length : lengths) {
                try (RawClient rude = new RawClient(emulator.uri())) {
                    told(
                            endpoint,
                            rude.head(endpoint, length)
                                    .send(new byte[] {'z', 'z', '\r', '\n'})
                                    .halfCloseAndListen());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> headersThatAreTooMuch() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            many.put("x-many-" + i, "y");
        }
        return each(endpoints(), endpoint -> {
            for (Map<String, String> headers : List.of(Map.of("x-large", "y".repeat(2 << 20)), many)) {
                try (RawClient rude = new RawClient(emulator.uri())) {
                    told(endpoint, rude.head(endpoint, headers).halfCloseAndListen());
                } catch (IOException cutOffWhileItWrote) {
                    assertThat(cutOffWhileItWrote).hasMessageMatching("(?i).*(broken pipe|reset).*");
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> packedBodiesThatAreLargerThanTheyLook() {
        return each(endpointsWithBodies(), endpoint -> {
            Answer answer = send(endpoint, Map.of("Content-Encoding", "gzip"), Rubbish.bomb());
            assertThat(answer.body()).doesNotContain("\tat ");
            if (endpoint.path().contains("/ingest/")) {
                assertThat(answer.status()).isEqualTo(413);
            }
        });
    }

    @Test
    void namesThatLeadOutOfTheStorage() throws IOException {
        List<String> names = List.of(
                "/../../key",
                "/..%2f..%2fkey",
                "/%2e%2e/%2e%2e/key",
                "//etc/passwd",
                "/%00",
                "/a%0d%0ab",
                "/C:%5Ckey",
                "/" + "a/".repeat(3000),
                "/" + "%F0%9F%98%80".repeat(300));
        for (String name : names) {
            String blob = resources.get("TempStorage").replaceFirst("\\?", name.replace("$", "") + "?");
            Endpoint put = storage("PUT", blob, "mine");
            answered(put, send(put, Map.of("x-ms-blob-type", "BlockBlob"), put.body()));
            Answer read = client.send("GET", blob, Map.of(), new byte[0]);
            assertThat(read.body()).as(name).doesNotContain("root:").isIn("mine", read.body());
            client.send("DELETE", blob, Map.of(), new byte[0]);
        }
        for (String path :
                List.of("/blob/..%2f/x", "/queue/..%2f..%2fkey/messages", "/table/..%2fkey", "/export/../../key")) {
            Answer answer = client.get(path + "?sig=x&se=2030-01-01T00:00:00Z");
            assertThat(answer.status()).as(path + answer.body()).isIn(400, 403, 404, 405);
        }
    }

    @Test
    void aNameForManyRequestsAtOnce() {
        assertThat(askAtOnce()).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("x-ms-client-request-id")).contains("same;1");
        });
    }

    @Test
    void clientsThatReadNothing() throws IOException {
        List<RawClient> deaf = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            deaf.add(new RawClient(emulator.uri()).withSmallBuffer());
            post(deaf.get(i), LARGE);
        }
        assertThat(client.postJson("/v2/rest/query", Endpoint.QUERY).status()).isEqualTo(200);
        for (RawClient one : deaf) {
            one.vanish();
        }
    }

    @Test
    void clientsThatVanishWhileTheirQueryRuns() throws IOException, InterruptedException {
        List<RawClient> leaving = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            leaving.add(new RawClient(emulator.uri()));
            post(leaving.get(i), ENDLESS);
        }
        while (look.rows(".show running queries").size() < leaving.size()) {
            assertThat(leaving).isNotEmpty();
        }
        for (RawClient one : leaving) {
            one.vanish();
        }
    }

    @Test
    void clientsThatVanishWhileTheirAnswerComes() throws IOException {
        for (int i = 0; i < 20; i++) {
            RawClient leaving = new RawClient(emulator.uri());
            post(leaving, LARGE);
            leaving.awaitFirstByte().vanish();
        }
    }

    /** What a command began, it ends. */
    @Test
    void clientsThatVanishAfterTheirCommand() throws IOException, InterruptedException {
        command(".set-or-replace Many <| range a from 1 to 200000 step 1 | extend b = tostring(a)");
        for (String text : List.of(
                ".export to csv (h'faults') <| Many", ".append Many <| Many | take 100", ".show table Many extents")) {
            RawClient leaving = new RawClient(emulator.uri());
            post(leaving, "/v1/rest/mgmt", Json.write(Map.of("db", "", "csl", text)));
            leaving.vanish();
        }
        while (look.number("Many | count") != 200_100) {
            assertThat(look.number("print 1")).isEqualTo(1);
        }
        command(".drop table Many");
    }

    /** Each is one field without an end: nobody may hold it. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "multijson", "raw"})
    void aBlobThatUnpacksToMoreThanItSeems(String format) throws IOException {
        String blob = resources.get("TempStorage").replace("?", "/bomb." + format + "?");
        client.send("PUT", blob, Map.of("x-ms-blob-type", "BlockBlob"), Rubbish.bomb());
        String text = ".ingest into table T (h'" + emulator.uri() + blob + "') with (format='" + format + "')";
        Answer answer = client.postJson("/v1/rest/mgmt", Json.write(Map.of("db", "", "csl", text)));
        answered(kusto("POST", "/v1/rest/mgmt", text), answer);
        client.send("DELETE", blob, Map.of(), new byte[0]);
    }

    @Test
    void aThousandConnectionsThatSayNothing() throws IOException {
        List<RawClient> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                idle.add(new RawClient(emulator.uri()));
            }
            assertThat(client.postJson("/v2/rest/query", Endpoint.QUERY).status())
                    .isEqualTo(200);
        } finally {
            for (RawClient one : idle) {
                one.close();
            }
        }
    }

    /** Sixteen requests of one name; the connections stay open for the next ones. */
    private static List<Answer> askAtOnce() {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 16; i++) {
            String path = i % 2 == 0 ? "/v2/rest/query" : "/v1/rest/query";
            Map<String, String> name = Map.of("x-ms-client-request-id", "same;1");
            answers.add(CompletableFuture.supplyAsync(
                    () -> client.send("POST", path, name, Endpoint.QUERY.getBytes(StandardCharsets.UTF_8)), threads));
        }
        List<Answer> all = answers.stream().map(CompletableFuture::join).toList();
        threads.shutdown();
        return all;
    }

    private static void post(RawClient sender, String body) throws IOException {
        post(sender, "/v2/rest/query", body);
    }

    private static void post(RawClient sender, String path, String body) throws IOException {
        Endpoint endpoint = kusto("POST", path, body);
        sender.head(endpoint, Map.of("Content-Length", String.valueOf(endpoint.body().length)))
                .send(endpoint.body());
    }

    private static List<Endpoint> endpoints() {
        return Endpoint.all(resources);
    }

    private static List<Endpoint> endpointsWithBodies() {
        return endpoints().stream()
                .filter(endpoint -> endpoint.body().length > 0)
                .toList();
    }

    private static Answer send(Endpoint endpoint, Map<String, String> headers, byte[] body) {
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("x-ms-blob-type", "BlockBlob");
        return client.send(endpoint.method(), endpoint.path(), all, body);
    }

    /** A success, or an error of the right shape that does not blame the emulator. */
    private static void answered(Endpoint endpoint, Answer answer) {
        assertThat(answer.status()).as(endpoint + ": " + answer.body()).isNotIn(500, 501, 502, 503);
        if (answer.status() >= 400) {
            hasShape(endpoint, answer);
        }
    }

    private static void hasShape(Endpoint endpoint, Answer answer) {
        String body = answer.body();
        assertThat(body).as(endpoint.toString()).doesNotContain("\tat ").doesNotContain("Exception:");
        switch (endpoint.shape()) {
            case KUSTO -> assertThat((Map<?, ?>) ((Map<?, ?>) Json.read(body)).get("error"))
                    .extracting(Map::keySet)
                    .asString()
                    .contains("code", "message", "@type", "@message", "@context", "@permanent");
            case STORAGE_XML -> assertThat(body)
                    .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>")
                    .endsWith("</Message></Error>");
            case STORAGE_JSON -> assertThat(body).startsWith("{\"odata.error\":{");
        }
    }

    /** What came back over a bare connection: nothing, or an answer that blames nobody but the client. */
    private static void told(Endpoint endpoint, String answer) {
        assertThat(answer).as(endpoint.toString()).doesNotContain("\tat ").doesNotContain("HTTP/1.1 5");
    }

    private static Stream<DynamicTest> each(List<Endpoint> endpoints, Fault fault) {
        return endpoints.stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> fault.happensTo(endpoint)));
    }

    @FunctionalInterface
    private interface Fault {
        void happensTo(Endpoint endpoint) throws IOException, InterruptedException;
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void command(String text) {
        Answer answer = client.postJson("/v1/rest/mgmt", Json.write(Map.of("db", "", "csl", text)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
