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
 * @param origins the web pages that may use it
 */
public record HttpServerOptions(
        String host, int port, Optional<SSLContext> tls, int tlsPort, Duration stopAfter, Origins origins) {
    public static final String LOOPBACK = "127.0.0.1";

    /** Any free port of this machine, reachable from this machine only. */
    public static HttpServerOptions anyPort() {
        return new HttpServerOptions(LOOPBACK, 0, Optional.empty(), 0, Duration.ofSeconds(5), Origins.LOOPBACK);
    }

    public HttpServerOptions withAddress(String newHost, int newPort) {
        return new HttpServerOptions(newHost, newPort, tls, tlsPort, stopAfter, origins);
    }

    public HttpServerOptions withTls(SSLContext context, int newTlsPort) {
        return new HttpServerOptions(host, port, Optional.of(context), newTlsPort, stopAfter, origins);
    }

    public HttpServerOptions withOrigins(Origins next) {
        return new HttpServerOptions(host, port, tls, tlsPort, stopAfter, next);
    }
}
