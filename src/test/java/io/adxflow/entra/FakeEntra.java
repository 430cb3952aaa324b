package io.adxflow.entra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.adxflow.base.json.Json;
import io.adxflow.canary.Canary;
import io.adxflow.secret.entra.Cloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * An Entra ID with one tenant that really refuses: it knows domains, applications with secrets or certificates, managed
 * identities and one person, and says no in the words of the real one. It also plays the identity service of a machine.
 */
public final class FakeEntra implements AutoCloseable {
    public static final String TENANT = "0a1b2c3d-0000-4000-8000-00000000beef";
    public static final String DOMAIN = "contoso.com";
    public static final String APP = "11111111-2222-4333-8444-555555555555";
    public static final String KEY = Canary.secret("key=of/the+app");

    /** Where the real one issues tokens: what assertions are for. */
    static final String TOKEN_ADDRESS = "https://login.microsoftonline.com/" + TENANT + "/oauth2/v2.0/token";

    private static final int TOO_MANY = 429;

    private final HttpServer server;
    private final EntraTokens tokens = new EntraTokens();
    private final EntraApps apps = new EntraApps();
    private final FakeMachine machine = new FakeMachine();
    private final List<Request> requests = new ArrayList<>();
    private int throttled;
    private Optional<Integer> retryAfter = Optional.empty();

    /** A request: the form of a POST, the query of a GET. */
    public record Request(String method, String path, Map<String, String> headers, Map<String, String> form) {}

    /** An answer that the fake gives. */
    record Reply(int status, Map<String, Object> body) {}

    private FakeEntra(HttpServer server) {
        this.server = server;
    }

    public static FakeEntra start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeEntra fake = new FakeEntra(server);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", fake::handle);
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The public cloud with this server in the place of its Entra ID. */
    public Cloud cloud() {
        return Cloud.PUBLIC.playedBy(uri());
    }

    /** What the server knows and issues. */
    public EntraApps apps() {
        return apps;
    }

    /** The machine that this server plays, too. */
    public FakeMachine machine() {
        return machine;
    }

    public EntraTokens tokens() {
        return tokens;
    }

    /** Answers the next requests for tokens with 429, and says after how many seconds to try again. */
    public synchronized void throttle(int times, int seconds) {
        throttled = times;
        retryAfter = Optional.of(seconds);
    }

    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The forms of all requests for tokens so far. */
    public List<Map<String, String>> tokenRequests() {
        return requests().stream()
                .filter(request -> request.path().endsWith("/token"))
                .map(Request::form)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        String path = exchange.getRequestURI().getPath();
        boolean isPost = exchange.getRequestMethod().equals("POST");
        Request request = new Request(
                exchange.getRequestMethod(), path, headers, form(isPost ? body : query == null ? "" : query));
        Reply reply = reply(request);
        byte[] bytes = Json.write(reply.body()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (reply.status() == TOO_MANY) {
            retryAfter.ifPresent(seconds -> exchange.getResponseHeaders().set("Retry-After", seconds.toString()));
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Reply reply(Request request) {
        requests.add(request);
        if (FakeMachine.answers(request)) {
            return machine.reply(request, tokens);
        }
        String tenant = request.path().split("/")[1];
        if (!List.of(TENANT, DOMAIN, "organizations").contains(tenant)) {
            return refusal(400, "invalid_tenant", 90002, "Tenant '" + tenant + "' not found.");
        }
        if (request.path().endsWith("/openid-configuration")) {
            return configuration();
        }
        if (request.path().endsWith("/devicecode")) {
            return apps.deviceCode();
        }
        if (throttled > 0) {
            throttled--;
            return refusal(429, "temporarily_unavailable", 90055, "The request is throttled.");
        }
        return request.path().endsWith("/token") ? apps.token(request.form(), tokens) : new Reply(404, Map.of());
    }

    private static Reply configuration() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token_endpoint", TOKEN_ADDRESS);
        body.put("issuer", "https://login.microsoftonline.com/" + TENANT + "/v2.0");
        body.put("tenant_region_scope", "EU");
        return new Reply(200, body);
    }

    static Reply refusal(int status, String error, int code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put(
                "error_description",
                "AADSTS" + code + ": " + message
                        + " Trace ID: 7ad8 Correlation ID: 1b2c Timestamp: 2024-01-01 00:00:00Z");
        body.put("error_codes", List.of(code));
        return new Reply(status, body);
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, sign), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}
