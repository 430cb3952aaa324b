package io.adxflow.adx.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import reactor.core.publisher.Mono;

/**
 * An answer that is not a success, without the token that it may repeat: kusto-data writes what it cannot read to the
 * log.
 */
final class RefusingResponse extends UnpackedResponse {
    private final byte[] body;

    private RefusingResponse(HttpResponse response, byte[] body) {
        super(response);
        this.body = body;
    }

    static HttpResponse of(HttpRequest request, HttpResponse response, byte[] body) {
        String authorization = request.getHeaders().getValue(HttpHeaderName.AUTHORIZATION);
        String token = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
        String safe = Redaction.of(token, new String(plain(response, body), StandardCharsets.UTF_8));
        return new RefusingResponse(response, safe.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] plain(HttpResponse response, byte[] body) {
        if (!isPacked(response)) {
            return body;
        }
        try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return bytes.readAllBytes();
        } catch (IOException notGzip) {
            return ("the answer cannot be read: " + notGzip.getMessage()).getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
        return Mono.just(body);
    }
}
