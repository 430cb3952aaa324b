package io.adxflow.base.http;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where and how a server listens.
 *
 * @param host the address to listen on
 * @param port 0 takes any free port
 * @param tls a second listener, on any free port unless {@code tlsPort} says which
 * @param stopAfter how long answers that have begun may go on after {@link HttpServer#close}
 * @param patience how long a client may pause inside of a head or a body that it sends, or may take nothing of an answer; then
 *     its connection is closed, and the thread is free again
 * @param origins the web pages that may use it
 */
public record HttpServerOptions(
        String host,
        int port,
        Optional<SSLContext> tls,
        int tlsPort,
        Duration stopAfter,
        Duration patience,
        Origins origins) {
    public static final String LOOPBACK = "127.0.0.1";

    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Any free port of this machine, reachable from this machine only. */
    public static HttpServerOptions anyPort() {
        return new HttpServerOptions(LOOPBACK, 0, Optional.empty(), 0, STOP, PATIENCE, Origins.LOOPBACK);
    }

    public HttpServerOptions withAddress(String newHost, int newPort) {
        return new HttpServerOptions(newHost, newPort, tls, tlsPort, stopAfter, patience, origins);
    }

    public HttpServerOptions withTls(SSLContext context, int newTlsPort) {
        return new HttpServerOptions(host, port, Optional.of(context), newTlsPort, stopAfter, patience, origins);
    }

    public HttpServerOptions withOrigins(Origins next) {
        return new HttpServerOptions(host, port, tls, tlsPort, stopAfter, patience, next);
    }

    public HttpServerOptions withPatience(Duration next) {
        return new HttpServerOptions(host, port, tls, tlsPort, stopAfter, next, origins);
    }
}
