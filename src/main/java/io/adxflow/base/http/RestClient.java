package io.adxflow.base.http;

import io.adxflow.base.diagnostic.RemoteException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A plain HTTP client of one server. It does not retry, follow redirects or judge the status. */
public final class RestClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI base;
    private final Duration timeout;

    /** @param timeout until the answer begins */
    public RestClient(URI base, Duration timeout) {
        this.base = base;
        this.timeout = timeout;
    }

    public Answer get(String path) {
        return send("GET", path, Map.of(), new byte[0]);
    }

    public Answer postJson(String path, String json) {
        return send("POST", path, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws RemoteException when no answer comes */
    public Answer send(String method, String path, Map<String, String> headers, byte[] body) {
        HttpResponse<byte[]> response = exchange(method, path, headers, publisher(body), BodyHandlers.ofByteArray());
        return new Answer(response, new String(response.body(), StandardCharsets.UTF_8));
    }

    /**
     * Sends a file without ever holding it.
     *
     * @throws RemoteException when no answer comes
     * @throws FileNotFoundException when there is no such file
     */
    public Answer put(String path, Map<String, String> headers, Path file) throws FileNotFoundException {
        HttpResponse<byte[]> response =
                exchange("PUT", path, headers, BodyPublishers.ofFile(file), BodyHandlers.ofByteArray());
        return new Answer(response, new String(response.body(), StandardCharsets.UTF_8));
    }

    /**
     * Fetches into a file, which is there afterwards only when the status is 200; the answer's body is that of any other.
     *
     * @param limit until the last byte
     * @throws RemoteException when no answer comes, or not all of it in time
     */
    public Answer download(String path, Map<String, String> headers, Path file, Duration limit) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request.build(),
                info -> info.statusCode() == OK
                        ? BodySubscribers.mapping(BodySubscribers.ofFile(file), written -> "")
                        : BodySubscribers.ofString(StandardCharsets.UTF_8));
        boolean isComplete = false;
        try {
            HttpResponse<String> response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            isComplete = response.statusCode() == OK;
            return new Answer(response, response.body());
        } catch (ExecutionException | TimeoutException e) {
            throw new RemoteException(base.resolve("/") + " does not answer: " + e, true, 0, "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteException("interrupted while " + base.resolve("/") + " was asked", true, 0, "", e);
        } finally {
            answer.cancel(true);
            if (!isComplete) {
                deleteIfExists(file);
            }
        }
    }

    private static void deleteIfExists(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    /** The answer's body while it arrives; whoever reads it closes it. */
    public InputStream stream(String method, String path, Map<String, String> headers, byte[] body) {
        return exchange(method, path, headers, publisher(body), BodyHandlers.ofInputStream())
                .body();
    }

    private <T> HttpResponse<T> exchange(
            String method, String path, Map<String, String> headers, BodyPublisher body, BodyHandler<T> handler) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(timeout).method(method, body);
        headers.forEach(request::header);
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new RemoteException(base + " does not answer: " + e, true, 0, "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteException("interrupted while " + base + " was asked", true, 0, "", e);
        }
    }

    private static BodyPublisher publisher(byte[] body) {
        return body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    }

    /** A complete answer, its body as UTF-8 text. */
    public record Answer(int status, Map<String, String> headers, String body) {
        private Answer(HttpResponse<?> response, String body) {
            this(response.statusCode(), firstValues(response), body);
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    private static Map<String, String> firstValues(HttpResponse<?> response) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().map().forEach((name, all) -> values.put(name, all.get(0)));
        return values;
    }
}
