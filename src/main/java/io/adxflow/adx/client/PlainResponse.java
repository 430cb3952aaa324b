package io.adxflow.adx.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A packed answer that is unpacked in big pieces while it is read; kusto-data would take pieces of 512 bytes. */
final class PlainResponse extends HttpResponse {
    private static final int PIECE = 1 << 16;

    private final HttpResponse response;

    private PlainResponse(HttpResponse response) {
        super(response.getRequest());
        this.response = response;
    }

    /** The answer itself, unless it is packed. */
    static HttpResponse of(HttpResponse response) {
        if (!"gzip".equalsIgnoreCase(response.getHeaderValue(HttpHeaderName.CONTENT_ENCODING))) {
            return response;
        }
        response.getHeaders().set(HttpHeaderName.CONTENT_ENCODING, "identity");
        response.getHeaders().remove(HttpHeaderName.CONTENT_LENGTH);
        return new PlainResponse(response);
    }

    @Override
    public Mono<InputStream> getBodyAsInputStream() {
        return response.getBodyAsInputStream().map(PlainResponse::unpacked);
    }

    private static InputStream unpacked(InputStream packed) {
        try {
            return new GZIPInputStream(packed, PIECE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
        return getBodyAsInputStream().map(PlainResponse::all);
    }

    private static byte[] all(InputStream body) {
        try (body) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
