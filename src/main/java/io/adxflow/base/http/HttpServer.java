package io.adxflow.base.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.xnio.Options;

/**
 * An HTTP/1.1 server. Handlers run on threads of their own; whatever they throw becomes an answer; an answer that breaks
 * off closes its connection, so that no client takes it for complete. Closing lets answers that have begun end.
 */
public final class HttpServer implements AutoCloseable {
    private static final int HANDLER_THREADS = 128;
    /** Beyond it there is no error body, because no handler ever sees the request. */
    private static final int MOST_PARAMETERS = 100_000;
    /** Long queries are deep trees, here and in the database engine. Only what is used of a stack takes memory. */
    private static final long HANDLER_STACK_BYTES = 64L << 20;

    private final Undertow undertow;
    private final GracefulShutdownHandler gate;
    private final HttpServerOptions options;

    private HttpServer(Undertow undertow, GracefulShutdownHandler gate, HttpServerOptions options) {
        this.undertow = undertow;
        this.gate = gate;
        this.options = options;
    }

    /** @throws UncheckedIOException when the address cannot be listened on */
    public static HttpServer start(HttpServerOptions options, Routes routes, FailureHandler failures) {
        GracefulShutdownHandler gate =
                new GracefulShutdownHandler(new BlockingHandler(new ExchangeHandler(routes, failures, options)));
        Undertow.Builder builder = Undertow.builder()
                .addHttpListener(options.port(), options.host())
                .setWorkerThreads(HANDLER_THREADS)
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setWorkerOption(Options.STACK_SIZE, HANDLER_STACK_BYTES)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, MOST_PARAMETERS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, (int)
                        options.patience().toMillis())
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .setHandler(gate);
        options.tls().ifPresent(context -> builder.addHttpsListener(options.tlsPort(), options.host(), context));
        Undertow undertow = builder.build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            throw new UncheckedIOException(bindFailure(options, e));
        }
        return new HttpServer(undertow, gate, options);
    }

    /** {@code http://host:port}, with the port that was taken; the loopback address when it listens on all. */
    public URI uri() {
        return uri("http", 0);
    }

    /** The same for clients on other machines, when it listens on all addresses. */
    public URI outerUri() {
        InetSocketAddress address = address(0);
        return address.getAddress().isAnyLocalAddress()
                ? URI.create("http://" + machine() + ":" + address.getPort())
                : uri();
    }

    /** {@code https://host:port}, when the server speaks TLS. */
    public Optional<URI> tlsUri() {
        return options.tls().map(context -> uri("https", 1));
    }

    @Override
    public void close() {
        gate.shutdown();
        Duration patience = options.stopAfter();
        try {
            gate.awaitShutdown(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        undertow.stop();
    }

    private InetSocketAddress address(int listener) {
        return (InetSocketAddress) undertow.getListenerInfo().get(listener).getAddress();
    }

    private URI uri(String scheme, int listener) {
        InetSocketAddress address = address(listener);
        String host = address.getAddress().isAnyLocalAddress() ? HttpServerOptions.LOOPBACK : options.host();
        return URI.create(scheme + "://" + host + ":" + address.getPort());
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException e) {
            return HttpServerOptions.LOOPBACK;
        }
    }

    private static IOException bindFailure(HttpServerOptions options, RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof BindException)) {
            cause = cause.getCause();
        }
        String place = options.host() + ":" + options.port();
        return new IOException("cannot listen on " + place + ": " + cause.getMessage(), failure);
    }
}
