package io.adxflow.adx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** A server that gives the answers it was told to give, in order, and remembers what it was asked. */
public final class FakeAdx implements AutoCloseable {
    private static final String METADATA_PATH = "/v1/rest/auth/metadata";
    private static final int NO_STATUS = 0;
    private static final Answer METADATA = new Answer(404, Map.of(), "");

    private final HttpServer server;
    private final Map<String, Answer> standing = new LinkedHashMap<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();

    /** An answer with its headers; a body that is cut promises more bytes than it has. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** What arrived; header names in lower case. */
    public record Request(String method, String path, Map<String, String> headers, String body) {}

    private FakeAdx(HttpServer server) {
        this.server = server;
    }

    public static FakeAdx start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeAdx fake = new FakeAdx(server);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", fake::handle);
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Adds an answer to a query, a command or a token request. */
    public FakeAdx then(int status, String body) {
        return then(status, Map.of(), body);
    }

    public synchronized FakeAdx then(int status, Map<String, String> headers, String body) {
        answers.add(new Answer(status, headers, body));
        return this;
    }

    /** Reads the next request and closes the connection. */
    public FakeAdx thenNothing() {
        return then(NO_STATUS, "");
    }

    /** Answers every request whose path contains the text, beside those that {@link #then} answers. */
    public synchronized FakeAdx always(String pathPart, int status, String body) {
        standing.put(pathPart, new Answer(status, Map.of(), body));
        return this;
    }

    /** All requests but those for metadata. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        Answer answer = answer(new Request(exchange.getRequestMethod(), path, headers, body));
        if (answer.status() == NO_STATUS) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Answer answer(Request request) {
        if (!request.path().endsWith(METADATA_PATH)) {
            requests.add(request);
        }
        for (Map.Entry<String, Answer> entry : standing.entrySet()) {
            if (request.path().contains(entry.getKey())) {
                return entry.getValue();
            }
        }
        if (request.path().endsWith(METADATA_PATH)) {
            return METADATA;
        }
        return answers.isEmpty() ? new Answer(500, Map.of(), "no answer was prepared") : answers.remove();
    }
}
