package io.adxflow.adx.client;

import com.azure.core.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import reactor.core.publisher.Mono;

/** A packed answer that is unpacked in big pieces while it is read; kusto-data would take pieces of 512 bytes. */
final class PlainResponse extends UnpackedResponse {
    private static final int PIECE = 1 << 16;

    private final HttpResponse packed;

    private PlainResponse(HttpResponse packed) {
        super(packed);
        this.packed = packed;
    }

    /** The answer itself, unless it is packed. */
    static HttpResponse of(HttpResponse response) {
        return isPacked(response) ? new PlainResponse(response) : response;
    }

    @Override
    public Mono<InputStream> getBodyAsInputStream() {
        return packed.getBodyAsInputStream().map(PlainResponse::unpacked);
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
}
