package io.adxflow.adx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Stands before an emulator and does to requests what networks and busy clusters do. Requests are numbered from zero.
 * Those for metadata are not, and one that repeats the request before it, as polls do, has the number {@link #REPEATED}.
 */
public final class FaultProxy implements AutoCloseable {
    public static final int REPEATED = -1;

    private static final String METADATA = "/v1/rest/auth/metadata";
    private static final String REFUSAL =
            "{\"error\":{\"code\":\"Refused\",\"@message\":\"not now\",\"@permanent\":false}}";

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> bodies = new ArrayList<>();
    private volatile String target;
    private volatile Plan plan = (number, body) -> Fault.NONE;
    private volatile UnaryOperator<String> rewriting = UnaryOperator.identity();

    /** What happens to a request. */
    public enum Fault {
        /** It is executed and answered. */
        NONE,
        /** Answered with 503, and not executed. */
        BUSY,
        /** Answered with 429, and not executed. */
        THROTTLED,
        /** The connection ends; it was not executed. */
        UNSENT,
        /** The connection ends; it was executed. */
        LOST,
        /** Executed, and half of the answer arrives. */
        CUT,
        /** Executed twice; the second answer arrives. */
        TWICE
    }

    /** Decides, and may do something before the request is executed. */
    public interface Plan {
        Fault of(int number, String body);
    }

    public FaultProxy(String target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Numbers begin again. */
    public synchronized void plan(Plan next) {
        plan = next;
        bodies.clear();
    }

    /** Changes the bodies of answers. */
    public void rewrite(UnaryOperator<String> change) {
        rewriting = change;
    }

    /** The server that takes the place of the one before. */
    public void retarget(String url) {
        target = url;
    }

    /** The bodies of the requests since the last plan. */
    public synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String text = new String(body, StandardCharsets.UTF_8);
            Fault fault =
                    exchange.getRequestURI().getPath().equals(METADATA) ? Fault.NONE : plan.of(number(text), text);
            switch (fault) {
                case BUSY -> answer(exchange, 503, bytes(REFUSAL), 1);
                case THROTTLED -> answer(exchange, 429, bytes(REFUSAL), 1);
                case UNSENT -> {}
                case LOST -> execute(exchange, body);
                case TWICE -> {
                    execute(exchange, body);
                    pass(exchange, execute(exchange, body), 1);
                }
                case CUT -> pass(exchange, execute(exchange, body), 2);
                case NONE -> pass(exchange, execute(exchange, body), 1);
            }
        }
    }

    private synchronized int number(String body) {
        boolean isRepeated =
                !bodies.isEmpty() && csl(bodies.get(bodies.size() - 1)).equals(csl(body));
        if (isRepeated) {
            return REPEATED;
        }
        bodies.add(body);
        return bodies.size() - 1;
    }

    private static String csl(String body) {
        return body.replaceFirst("(?s).*(\"csl\" *: *\"(?:[^\"\\\\]|\\\\.)*+\").*", "$1");
    }

    private HttpResponse<byte[]> execute(HttpExchange exchange, byte[] body) throws IOException {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("application/json");
        HttpRequest request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .header("Content-Type", type)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Of a part of the body the rest is promised. */
    private void pass(HttpExchange exchange, HttpResponse<byte[]> answer, int part) throws IOException {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        answer(exchange, answer.statusCode(), bytes(rewriting.apply(body)), part);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body, int part) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, body.length / part);
        exchange.getResponseBody().flush();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
