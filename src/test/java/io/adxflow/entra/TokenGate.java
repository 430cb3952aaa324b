package io.adxflow.entra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.adxflow.base.http.RestClient;
import io.adxflow.canary.SecretSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Stands before an emulator and lets through who has a token that a {@link FakeEntra} issued and that has not ended. A
 * query with the word {@code Slow} in it is answered when its token has ended.
 */
public final class TokenGate implements AutoCloseable {
    private static final String METADATA = "/v1/rest/auth/metadata";
    private static final String REFUSAL =
            "{\"error\":{\"code\":\"Unauthorized\",\"@message\":\"the token has ended\",\"@permanent\":true}}";

    private final HttpServer server;
    private final RestClient emulator;
    private final EntraTokens tokens;
    private final Map<String, String> emulatorTokens;
    private final Set<String> ofSlowQueries = ConcurrentHashMap.newKeySet();
    private final Set<String> ofCommands = ConcurrentHashMap.newKeySet();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<String> leaks = new CopyOnWriteArrayList<>();

    public TokenGate(String emulator, EntraTokens tokens) {
        this(emulator, tokens, Map.of());
    }

    /** @param emulatorTokens what an emulator that asks for tokens knows the holders of tokens by */
    public TokenGate(String emulator, EntraTokens tokens, Map<String, String> emulatorTokens) {
        this.emulatorTokens = Map.copyOf(emulatorTokens);
        this.emulator = new RestClient(URI.create(emulator), Duration.ofMinutes(1));
        this.tokens = tokens;
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

    /** The tokens of queries that outlived them. */
    public Set<String> ofSlowQueries() {
        return Set.copyOf(ofSlowQueries);
    }

    /** The tokens of commands, which only drivers send. */
    public Set<String> ofCommands() {
        return Set.copyOf(ofCommands);
    }

    /** Requests that came with a token which had ended. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** What was found in the arguments of processes while slow queries were under way. */
    public List<String> leaks() {
        return List.copyOf(leaks);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().toString();
            if (path.endsWith(METADATA)) {
                answer(exchange, 404, "");
                return;
            }
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            String token = String.valueOf(authorization).replaceFirst("^Bearer ", "");
            if (!tokens.isValid(token)) {
                refused.add(path);
                answer(exchange, 401, REFUSAL);
                return;
            }
            String known = emulatorTokens.getOrDefault(tokens.holder(token), "");
            Map<String, String> headers =
                    Map.of("Content-Type", "application/json", "Authorization", "Bearer " + known);
            RestClient.Answer answer = emulator.send(exchange.getRequestMethod(), path, headers, body);
            note(path, new String(body, StandardCharsets.UTF_8), token);
            answer(exchange, answer.status(), answer.body());
        }
    }

    private void note(String path, String text, String token) {
        if (path.endsWith("/mgmt")) {
            ofCommands.add(token);
        } else if (text.contains("Slow") && !text.contains("take 0")) {
            leaks.addAll(new SecretSearch().inProcesses().found());
            tokens.awaitEnd(token);
            ofSlowQueries.add(token);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
