package io.adxflow.base.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** A request: its address taken apart, its headers, and its body as a stream. Header names ignore case. */
public final class Request {
    private final RequestLine line;
    private final Map<String, String> pathParameters;
    private final Map<String, String> headers;
    private final InputStream body;
    private final Connection connection;

    Request(
            RequestLine line,
            Map<String, String> pathParameters,
            Map<String, String> headers,
            InputStream body,
            Connection connection) {
        this.line = line;
        this.pathParameters = Map.copyOf(pathParameters);
        Map<String, String> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        folded.putAll(headers);
        this.headers = Collections.unmodifiableMap(folded);
        this.body = body;
        this.connection = connection;
    }

    /** In upper case. */
    public String method() {
        return line.method();
    }

    /** As it was sent, without the query. */
    public String path() {
        return line.path();
    }

    /** A {@code {name}} of the route, decoded. */
    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new NoSuchElementException("the route has no parameter '" + name + "'");
        }
        return value;
    }

    /** The first value, decoded; parameter names ignore case. */
    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(line.queryParameters().get(name));
    }

    /** Their first values, decoded, in the order of their names; names ignore case. */
    public Map<String, String> queryParameters() {
        return Collections.unmodifiableMap(line.queryParameters());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Where the client found the server: {@code http://host:port}. */
    public String origin() {
        return line.scheme() + "://" + header("Host").orElse("localhost");
    }

    /** The body as it arrives, of any length; it can be read once. */
    public InputStream body() {
        return body;
    }

    /**
     * The whole body as UTF-8 text.
     *
     * @throws HttpException with status 413 when it has more bytes than the limit
     */
    public String text(int limit) throws IOException {
        return new String(bytes(limit), StandardCharsets.UTF_8);
    }

    /** The whole body, see {@link #text}. */
    public byte[] bytes(int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit);
        if (bytes.length == limit && body.read() >= 0) {
            throw new HttpException(413, "the request body is larger than " + limit + " bytes");
        }
        return bytes;
    }

    /** Runs an action, at most once, when the client goes away before the answer is complete. */
    public void onDisconnect(Runnable action) {
        connection.onDisconnect(action);
    }

    /** The line to the client while a request is being answered. */
    @FunctionalInterface
    interface Connection {
        void onDisconnect(Runnable action);
    }
}
