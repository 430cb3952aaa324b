import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a cluster and answers the first streaming ingestions itself, with a failure. All else passes. */
final class FaultyFront implements AutoCloseable {
    private final HttpServer server;
    private final String cluster;
    private final int failures;
    private final int status;
    private final String body;
    private final AtomicInteger streams = new AtomicInteger();

    FaultyFront(String cluster, int failures, int status, String body) throws IOException {
        this.cluster = cluster;
        this.failures = failures;
        this.status = status;
        this.body = body;
        this.server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** How many streaming ingestions were tried. */
    int streams() {
        return streams.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        boolean isStream = exchange.getRequestURI().getPath().startsWith("/v1/rest/ingest/");
        if (isStream && streams.incrementAndGet() <= failures) {
            send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
            return;
        }
        HttpURLConnection passed = (HttpURLConnection) new URL(cluster + exchange.getRequestURI()).openConnection();
        passed.setRequestMethod(exchange.getRequestMethod());
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Accept-Encoding") && !name.equalsIgnoreCase("Content-Length")) {
                passed.setRequestProperty(name, values.get(0));
            }
        });
        if (request.length > 0) {
            passed.setDoOutput(true);
            passed.getOutputStream().write(request);
        }
        int answered = passed.getResponseCode();
        java.io.InputStream content = answered < 400 ? passed.getInputStream() : passed.getErrorStream();
        exchange.getResponseHeaders().set("Content-Encoding", "identity");
        send(exchange, answered, content == null ? new byte[0] : content.readAllBytes());
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
