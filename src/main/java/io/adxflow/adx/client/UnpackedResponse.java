package io.adxflow.adx.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer with the head of another one and a body that is not packed. */
abstract class UnpackedResponse extends HttpResponse {
    private final HttpResponse response;

    UnpackedResponse(HttpResponse response) {
        super(response.getRequest());
        this.response = response;
        response.getHeaders().set(HttpHeaderName.CONTENT_ENCODING, "identity");
        response.getHeaders().remove(HttpHeaderName.CONTENT_LENGTH);
    }

    static boolean isPacked(HttpResponse response) {
        return "gzip".equalsIgnoreCase(response.getHeaderValue(HttpHeaderName.CONTENT_ENCODING));
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
        return getBodyAsByteArray().map(ByteBuffer::wrap).flux();
    }

    @Override
    public Mono<String> getBodyAsString() {
        return getBodyAsString(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
        return getBodyAsByteArray().map(bytes -> new String(bytes, charset));
    }

    @Override
    public void close() {
        response.close();
    }
}
