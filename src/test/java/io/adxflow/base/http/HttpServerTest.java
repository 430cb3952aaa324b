package io.adxflow.base.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.RestClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private static final byte[] EMPTY = {};
    private static final CountDownLatch GONE = new CountDownLatch(1);
    private static HttpServer server;
    private static RestClient client;

    @BeforeAll
    static void start() {
        Routes routes = new Routes()
                .get("/hello/{name}", request -> text("hello " + request.pathParameter("name")))
                .get("/files/{path...}", request -> text(request.pathParameter("path")))
                .post("/echo", request -> text(request.text(10)))
                .get("/packed", request -> text("packed").encodedFor(request))
                .get("/bad", request -> {
                    throw new IllegalStateException("bad");
                })
                .get("/cut", request -> Response.stream(200, "text/plain", HttpServerTest::breakOff))
                .get("/endless", request -> Response.stream(200, "text/plain", HttpServerTest::endless));
        server = HttpServer.start(
                HttpServerOptions.anyPort(),
                routes,
                (request, failure) -> Response.text(status(failure), "text/plain", failure.getMessage()));
        client = new RestClient(server.uri(), Duration.ofSeconds(20));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void partsOfThePathAreDecodedAfterTheyAreSplit() {
        assertThat(client.get("/HELLO/a%2Fb+c%20%C3%A9").body()).isEqualTo("hello a/b+c é");
    }

    @Test
    void theRestOfAPathIsOneParameter() {
        assertThat(client.get("/files/a/b/c.csv").body()).isEqualTo("a/b/c.csv");
    }

    @Test
    void anUnknownAddressAndAWrongMethodAreAnswered() {
        assertThat(client.get("/nowhere"))
                .extracting(Answer::status, Answer::body)
                .containsExactly(404, "there is nothing at '/nowhere'");
        assertThat(client.get("/echo"))
                .extracting(Answer::status, Answer::body)
                .containsExactly(405, "'/echo' takes POST, not GET");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        assertThat(post("/echo", "0123456789").body()).isEqualTo("0123456789");
        assertThat(post("/echo", "0123456789x")).extracting(Answer::status).isEqualTo(413);
    }

    @Test
    void aFailingHandlerIsAnswered() {
        assertThat(client.get("/bad")).extracting(Answer::status, Answer::body).containsExactly(500, "bad");
    }

    @Test
    void theCodingIsAlwaysNamed() throws IOException {
        assertThat(client.get("/packed").header("Content-Encoding")).contains("identity");
        InputStream zipped = client.stream("GET", "/packed", Map.of("Accept-Encoding", "gzip, deflate"), EMPTY);
        assertThat(new GZIPInputStream(zipped).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("packed");
    }

    @Test
    void anAnswerThatBreaksOffIsNotComplete() {
        assertThatThrownBy(() -> client.get("/cut")).isInstanceOf(RemoteException.class);
    }

    @Test
    void aBodyIsClosedWhenItsReaderGoesAway() throws IOException, InterruptedException {
        try (InputStream in = client.stream("GET", "/endless", Map.of(), EMPTY)) {
            assertThat(in.read()).isEqualTo('x');
        }
        assertThat(GONE.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void gzipIsToldByItsFirstBytes() throws IOException {
        InputStream plain = ContentCoding.unpacked(new ByteArrayInputStream("a".getBytes(StandardCharsets.UTF_8)));
        assertThat(plain.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("a");
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        HttpServerOptions taken = HttpServerOptions.anyPort()
                .withAddress("127.0.0.1", server.uri().getPort());
        assertThatThrownBy(() -> HttpServer.start(taken, new Routes(), (request, failure) -> Response.empty(500)))
                .hasMessageContaining(
                        "cannot listen on 127.0.0.1:" + server.uri().getPort());
    }

    private static Answer post(String path, String body) {
        return client.send("POST", path, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Response text(String text) {
        return Response.text(200, "text/plain", text);
    }

    private static int status(Throwable failure) {
        return failure instanceof HttpException refused ? refused.status() : 500;
    }

    private static void breakOff(OutputStream out) throws IOException {
        out.write(new byte[100_000]);
        throw new IllegalStateException("in the middle");
    }

    private static void endless(OutputStream out) throws IOException {
        try {
            byte[] bytes = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            while (GONE.getCount() > 0) {
                out.write(bytes);
            }
        } finally {
            GONE.countDown();
        }
    }
}
