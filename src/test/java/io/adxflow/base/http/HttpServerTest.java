package io.adxflow.base.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.RestClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
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
    private static final CountDownLatch WAITING = new CountDownLatch(1);
    private static final CountDownLatch HEARD = new CountDownLatch(1);
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
                .get("/wait", HttpServerTest::waitForTheEnd)
                .get("/slow", HttpServerTest::slow)
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
    void aWaitingHandlerHearsThatItsClientIsGone() throws IOException, InterruptedException {
        try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            socket.getOutputStream().write(bytes("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n"));
            assertThat(WAITING.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(HEARD.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aRequestThatComesBeforeTheLastAnswerIsNotLost() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"));
            out.write(bytes("GET /hello/you HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).contains("slow").contains("hello you");
        }
    }

    @Test
    void aClientThatStopsInsideOfABodyIsCutOff() throws IOException {
        HttpServerOptions options = HttpServerOptions.anyPort().withPatience(Duration.ofMillis(200));
        Routes routes = new Routes().post("/echo", request -> text(request.text(10)));
        try (HttpServer impatient =
                        HttpServer.start(options, routes, (request, failure) -> Response.empty(status(failure)));
                Socket socket = new Socket("127.0.0.1", impatient.uri().getPort())) {
            socket.getOutputStream().write(bytes("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf"));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("200");
        }
    }

    @Test
    void aClientThatStopsInsideOfAHeadIsCutOff() throws IOException {
        HttpServerOptions options = HttpServerOptions.anyPort().withPatience(Duration.ofMillis(200));
        try (HttpServer impatient = HttpServer.start(options, new Routes(), (request, failure) -> Response.empty(404));
                Socket socket = new Socket("127.0.0.1", impatient.uri().getPort())) {
            socket.getOutputStream().write(bytes("GET / HTTP/1.1\r\nHo"));
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void aClientThatTakesNothingOfItsAnswerIsCutOff() throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        HttpServerOptions options = HttpServerOptions.anyPort().withPatience(Duration.ofMillis(200));
        Routes routes = new Routes()
                .get(
                        "/",
                        request -> Response.stream(200, "text/plain", out -> {
                            try {
                                while (true) {
                                    out.write(new byte[10_000]);
                                }
                            } finally {
                                ended.countDown();
                            }
                        }));
        try (HttpServer impatient =
                        HttpServer.start(options, routes, (request, failure) -> Response.empty(status(failure)));
                Socket socket = new Socket("127.0.0.1", impatient.uri().getPort())) {
            socket.getOutputStream().write(bytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** An answer that takes its time is not a client that does. */
    @Test
    void aSlowAnswerIsWaitedFor() {
        HttpServerOptions options = HttpServerOptions.anyPort().withPatience(Duration.ofMillis(100));
        Routes routes = new Routes()
                .get(
                        "/",
                        request -> Response.stream(200, "text/plain", out -> {
                            for (int i = 0; i < 3; i++) {
                                out.write('x');
                                out.flush();
                                await(new CountDownLatch(1), 300);
                            }
                        }));
        try (HttpServer impatient =
                HttpServer.start(options, routes, (request, failure) -> Response.empty(status(failure)))) {
            RestClient patient = new RestClient(impatient.uri(), Duration.ofSeconds(20));
            assertThat(patient.get("/").body()).isEqualTo("xxx");
        }
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Response waitForTheEnd(Request request) {
        request.onDisconnect(HEARD::countDown);
        WAITING.countDown();
        await(HEARD, 20_000);
        return text("over");
    }

    /** Long enough for the server to look after its client. */
    private static Response slow(Request request) {
        request.onDisconnect(() -> {});
        await(new CountDownLatch(1), 2 * Disconnection.PAUSE_MILLIS);
        return text("slow");
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
