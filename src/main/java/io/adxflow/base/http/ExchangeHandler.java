package io.adxflow.base.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xnio.IoUtils;

/** Between Undertow's exchange and our {@link Request} and {@link Response}. */
final class ExchangeHandler implements HttpHandler {
    private final Routes routes;
    private final FailureHandler failures;
    private final Origins origins;
    private final Duration patience;

    ExchangeHandler(Routes routes, FailureHandler failures, HttpServerOptions options) {
        this.routes = routes;
        this.failures = failures;
        this.origins = options.origins();
        this.patience = options.patience();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Disconnection disconnection = new Disconnection(exchange);
        RequestLine line = new RequestLine("http", exchange.getRequestMethod().toString(), "/", Map.of());
        Request request = request(exchange, line, Map.of(), disconnection);
        Response response;
        try {
            line = line(exchange);
            request = request(exchange, line, Map.of(), disconnection);
            origins.require(request);
            Routes.Match match =
                    Origins.isPreflight(request) ? new Routes.Match(Origins::preflight, Map.of()) : routes.find(line);
            request = request(exchange, line, match.pathParameters(), disconnection);
            response = match.handler().handle(request);
        } catch (Exception | StackOverflowError | OutOfMemoryError failure) {
            response = failures.respond(request, failure);
        }
        send(exchange, request, origins.permitted(request, response));
    }

    private void send(HttpServerExchange exchange, Request request, Response response) {
        if (!exchange.getConnection().isOpen()) {
            IoUtils.safeClose(response.body());
            return;
        }
        HeaderMap headers = exchange.getResponseHeaders();
        exchange.setStatusCode(response.status());
        response.headers().forEach((name, value) -> headers.put(new HttpString(name), value));
        try (Body body = response.body()) {
            body.length().ifPresent(exchange::setResponseContentLength);
            if (!request.method().equals("HEAD")) {
                write(exchange, body);
            }
            exchange.endExchange();
        } catch (IOException gone) {
            IoUtils.safeClose(exchange.getConnection());
        } catch (RuntimeException | Error failure) {
            IoUtils.safeClose(exchange.getConnection());
            failures.respond(request, failure);
        }
    }

    private void write(HttpServerExchange exchange, Body body) throws IOException {
        PatientOutput out = new PatientOutput(exchange, patience);
        try {
            body.writeTo(out);
            out.close();
        } finally {
            out.end();
        }
    }

    private static RequestLine line(HttpServerExchange exchange) {
        String target = exchange.getRequestURI();
        String path = exchange.isHostIncludedInRequestURI() ? target.replaceFirst("^[^:]+://[^/]*", "") : target;
        return RequestLine.of(
                exchange.getRequestScheme(),
                exchange.getRequestMethod().toString(),
                path.isEmpty() ? "/" : path,
                exchange.getQueryString());
    }

    private Request request(
            HttpServerExchange exchange,
            RequestLine line,
            Map<String, String> parameters,
            Disconnection disconnection) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HeaderValues values : exchange.getRequestHeaders()) {
            headers.put(values.getHeaderName().toString(), values.getFirst());
        }
        return new Request(line, parameters, headers, new PatientStream(exchange, patience), disconnection);
    }
}
