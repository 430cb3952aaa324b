package io.adxflow.emulator.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.emulator.Emulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes is answered with an error that has a body, without a stack trace, and the emulator lives on. */
class RubbishTest {
    private static final List<String> PATHS = List.of(
            "/",
            "/v1/rest/query",
            "/v2/rest/query",
            "/v1/rest/mgmt",
            "/v1/rest/auth/metadata",
            "/v1/rest/ingest/NetDefaultDB/T",
            "/v1/rest/ingest/NetDefaultDB/T?streamFormat=avro",
            "/v1/rest/ingest/%00/%ff?streamFormat=%25",
            "/blob/temp/x",
            "/blob/temp?comp=list&restype=container",
            "/blob/nowhere/..%2f..%2fkey",
            "/export/x",
            "/queue/ready/messages",
            "/queue/failed/messages?numofmessages=x",
            "/table/status",
            "/table/status(PartitionKey='a',RowKey=)",
            "/nowhere",
            "/?" + "a=b&".repeat(2000));

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "MERGE", "OPTIONS", "HEAD", "BREW");

    @TempDir
    static Path directory;

    private static Emulator emulator;
    private static RestClient client;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(directory);
        client = new RestClient(emulator.uri(), Duration.ofSeconds(30));
        assertThat(command(".create table T (a:long)").status()).isEqualTo(200);
        assertThat(command(".alter table T policy streamingingestion enable").status())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        assertThat(client.postJson("/v2/rest/query", "{\"db\":\"\",\"csl\":\"print 1\"}")
                        .status())
                .as("the emulator lives on")
                .isEqualTo(200);
        emulator.close();
    }

    @Test
    void anyMethodWithAnyBodyAtAnyAddress() throws IOException {
        List<byte[]> bodies = bodies();
        for (String path : PATHS) {
            for (String method : METHODS) {
                for (byte[] body : bodies) {
                    Answer answer = client.send(method, path, headers(body), body);
                    answered(method + " " + path + " with " + body.length + " bytes", method, answer);
                }
            }
        }
    }

    @Test
    void manyBodiesAtTheAddressesThatReadThem() {
        Random random = new Random(42);
        String whole =
                "{\"db\":\"NetDefaultDB\",\"csl\":\"T | where a > 1 | summarize count() by a\",\"properties\":{\"Options\":{}}}";
        for (int i = 0; i < 300; i++) {
            byte[] body = whole.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(body, random.nextInt(body.length + 1));
            for (String path : List.of("/v2/rest/query", "/v1/rest/mgmt")) {
                answered(
                        new String(cut, StandardCharsets.ISO_8859_1), "POST", client.send("POST", path, Map.of(), cut));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "rubbish\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET /%zz?a=%&b=%f HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET http://[/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nno colon\r\n\r\n",
                "POST /v2/rest/query HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST /v2/rest/query HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
                "POST /v2/rest/query HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /v2/rest/query HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n",
                "POST /v2/rest/query HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"db\":"
            })
    void whatIsNotHttpEndsItsConnectionOnly(String text) throws IOException {
        assertThat(exchange(text))
                .doesNotContain("Exception:")
                .doesNotContain("\tat ")
                .doesNotContain(" 500 ");
    }

    @Test
    void headersOfAnySizeAreAnsweredOrRefused() throws IOException {
        String large = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nx-large: " + "y".repeat(2 << 20) + "\r\n\r\n";
        assertThat(exchange(large)).doesNotContain("\tat ");
        String many = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "x-many: y\r\n".repeat(1000) + "\r\n";
        assertThat(exchange(many)).doesNotContain("\tat ");
    }

    @Test
    void clientsThatSendNothingMoreDoNotKeepOthersWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket("127.0.0.1", emulator.uri().getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write("POST /v2/rest/query HTTP/1.1\r\nHost: x\r\nContent-Le"
                                .getBytes(StandardCharsets.UTF_8));
            }
            assertThat(client.postJson("/v2/rest/query", "{\"db\":\"\",\"csl\":\"print 1\"}")
                            .status())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static void answered(String what, String method, Answer answer) {
        assertThat(answer.status()).as(what + ": " + answer.body()).isNotIn(500, 501, 502, 503);
        if (answer.status() >= 400 && !method.equals("HEAD")) {
            assertThat(answer.body()).as(what).isNotBlank();
        }
        assertThat(answer.body()).as(what).doesNotContain("\tat ").doesNotContain("Exception:");
    }

    private static Map<String, String> headers(byte[] body) {
        return body.length % 2 == 0
                ? Map.of(
                        "Content-Encoding",
                        "gzip",
                        "Content-Type",
                        "text/rubbish",
                        "Range",
                        "bytes=9-1",
                        "Accept-Encoding",
                        "br;q=x")
                : Map.of("x-ms-client-request-id", "é".repeat(10), "Authorization", "Bearer ", "x-ms-range", "bytes=-");
    }

    private static List<byte[]> bodies() throws IOException {
        byte[] random = new byte[999];
        new Random(7).nextBytes(random);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("{\"db\":\"\",\"csl\":\"print 1\"}".getBytes(StandardCharsets.UTF_8));
        }
        return List.of(
                new byte[0],
                random,
                "[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                "{\"db\":{\"db\":1},\"csl\":[]}".getBytes(StandardCharsets.UTF_8),
                zipped.toByteArray(),
                Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2),
                "<QueueMessage><MessageText>&&&</MessageText>".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0});
    }

    /** What comes back until the end of the connection, which the server or, after a while, this side makes. */
    private static String exchange(String text) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", emulator.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) throws IOException {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }

    private static Answer command(String text) {
        return client.postJson("/v1/rest/mgmt", "{\"db\":\"\",\"csl\":\"" + text + "\"}");
    }
}
