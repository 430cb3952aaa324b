package io.adxflow.adx.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An answer that is not a success, without the token that it may repeat: kusto-data writes what it cannot read to the
 * log.
 */
final class RefusingResponse extends HttpResponse {
    private final HttpResponse response;
    private final byte[] body;

    private RefusingResponse(HttpResponse response, byte[] body) {
        super(response.getRequest());
        this.response = response;
        this.body = body;
    }

    static HttpResponse of(HttpRequest request, HttpResponse response, byte[] body) {
        String authorization = request.getHeaders().getValue(HttpHeaderName.AUTHORIZATION);
        String token = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
        String safe = Redaction.of(token, new String(plain(response, body), StandardCharsets.UTF_8));
        response.getHeaders().set(HttpHeaderName.CONTENT_ENCODING, "identity");
        response.getHeaders().remove(HttpHeaderName.CONTENT_LENGTH);
        return new RefusingResponse(response, safe.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] plain(HttpResponse response, byte[] body) {
        if (!"gzip".equalsIgnoreCase(response.getHeaderValue(HttpHeaderName.CONTENT_ENCODING))) {
            return body;
        }
        try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return bytes.readAllBytes();
        } catch (IOException notGzip) {
            return ("the answer cannot be read: " + notGzip.getMessage()).getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public int getStatusCode() {
        return response.getStatusCode();
    }

    @Override
    @SuppressWarnings("deprecation")
    public String getHeaderValue(String name) {
        return response.getHeaderValue(name);
    }

    @Override
    public HttpHeaders getHeaders() {
        return response.getHeaders();
    }

    @Override
    public Flux<ByteBuffer> getBody() {
        return Flux.just(ByteBuffer.wrap(body));
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
        return Mono.just(body);
    }

    @Override
    public Mono<String> getBodyAsString() {
        return getBodyAsString(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
        return Mono.just(new String(body, charset));
    }

    @Override
    public void close() {
        response.close();
    }
}
