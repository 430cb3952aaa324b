package io.adxflow.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.adxflow.base.http.RestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Stands before an emulator and does to some requests what a network and a busy cluster do. */
final class FaultyAdx implements AutoCloseable {
    private static final String REFUSAL =
            "{\"error\":{\"code\":\"Refused\",\"@message\":\"not now\",\"@permanent\":false}}";

    private final HttpServer server;
    private final RestClient emulator;
    private Predicate<String> refused = body -> false;
    private int status;
    private Predicate<String> unanswered = body -> false;

    FaultyAdx(String emulator) {
        this.emulator = new RestClient(URI.create(emulator), Duration.ofMinutes(1));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Requests with such a body get a status, 429 or 503 or 401, and are not executed. */
    FaultyAdx refusing(int with, Predicate<String> bodies) {
        status = with;
        refused = bodies;
        return this;
    }

    /** Requests with such a body are executed, and their answer is lost. */
    FaultyAdx losingAnswersTo(Predicate<String> bodies) {
        unanswered = bodies;
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String text = new String(body, StandardCharsets.UTF_8);
            if (refused.test(text)) {
                answer(exchange, status, REFUSAL);
                return;
            }
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            Map<String, String> headers = Map.of("Content-Type", type == null ? "application/json" : type);
            RestClient.Answer answer = emulator.send(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
            if (!unanswered.test(text)) {
                answer(exchange, answer.status(), answer.body());
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
