package io.adxflow.adx.client;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.adxflow.base.diagnostic.RemoteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts files into Azure Blob Storage through signed addresses, as
 * <a href="https://learn.microsoft.com/rest/api/storageservices/put-blob">Put Blob</a> and Put Block describe it. A file
 * is never held in memory, and a request that meets a passing failure is sent again: writing a blob twice is writing it.
 */
public final class BlobStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BlobStore.class);
    private static final HttpHeaderName BLOB_TYPE = HttpHeaderName.fromString("x-ms-blob-type");
    private static final HttpHeaderName VERSION = HttpHeaderName.fromString("x-ms-version");
    private static final HttpHeaderName REQUEST = HttpHeaderName.fromString("x-ms-request-id");
    private static final String API_VERSION = "2021-12-02";
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
    private static final int NOT_FOUND = 404;

    private final HttpClient wire;
    private final Retries retries;
    private final Sizes sizes;

    /** How large a file may be to go in one request, and how large the pieces of a larger one are, in bytes. */
    record Sizes(long largestPut, long block) {
        static final Sizes STANDARD = new Sizes(64L << 20, 32L << 20);
    }

    private BlobStore(HttpClient wire, Retries retries, Sizes sizes) {
        this.wire = wire;
        this.retries = retries;
        this.sizes = sizes;
    }

    public static BlobStore open() {
        return new BlobStore(AdxTransport.open(), Retries.standard(), Sizes.STANDARD);
    }

    static BlobStore over(HttpClient wire, Retries retries, Sizes sizes) {
        return new BlobStore(wire, retries, sizes);
    }

    /**
     * Writes the file as a blob, replacing one of the same name.
     *
     * @throws RemoteException if the storage refuses it or does not answer
     */
    public void put(SignedUrl blob, Path file) {
        try {
            long size = Files.size(file);
            if (size <= sizes.largestPut()) {
                send(blob, HttpMethod.PUT, blob.reveal(), BinaryData.fromFile(file), true);
            } else {
                putBlocks(blob, file, size);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Removes the blob if it is there. */
    public void delete(SignedUrl blob) {
        send(blob, HttpMethod.DELETE, blob.reveal(), null, false);
    }

    /** Ends nothing that others use: connections are the process's, and go when they are idle. */
    @Override
    public void close() {}

    private void putBlocks(SignedUrl blob, Path file, long size) {
        StringBuilder list = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
        for (long at = 0; at < size; at += sizes.block()) {
            String id = Base64.getUrlEncoder()
                    .encodeToString(String.format("%012d", at / sizes.block()).getBytes(StandardCharsets.US_ASCII));
            BinaryData block = BinaryData.fromFile(file, at, Math.min(sizes.block(), size - at));
            send(blob, HttpMethod.PUT, blob.revealWith("comp=block&blockid=" + id), block, false);
            list.append("<Latest>").append(id).append("</Latest>");
        }
        BinaryData body = BinaryData.fromString(list.append("</BlockList>").toString());
        send(blob, HttpMethod.PUT, blob.revealWith("comp=blocklist"), body, false);
    }

    private void send(SignedUrl blob, HttpMethod method, String url, BinaryData body, boolean wholeBlob) {
        for (int attempt = 1; ; attempt++) {
            try {
                sendOnce(blob, method, url, body, wholeBlob);
                return;
            } catch (RemoteException failure) {
                if (!failure.isRetryable() || attempt >= retries.attempts()) {
                    throw failure;
                }
                Duration wait = retries.waitAfter(attempt, Optional.empty());
                LOG.warn("{}; sent again in {} ms", failure.getMessage(), wait.toMillis());
                retries.waitOr(failure, wait);
            }
        }
    }

    private void sendOnce(SignedUrl blob, HttpMethod method, String url, BinaryData body, boolean wholeBlob) {
        HttpRequest request = new HttpRequest(method, url).setHeader(VERSION, API_VERSION);
        if (wholeBlob) {
            request.setHeader(BLOB_TYPE, "BlockBlob");
        }
        if (body != null) {
            request.setBody(body).setHeader(HttpHeaderName.CONTENT_TYPE, "application/octet-stream");
            request.setHeader(HttpHeaderName.CONTENT_LENGTH, String.valueOf(body.getLength()));
        }
        try (HttpResponse response = wire.sendSync(request, Context.NONE)) {
            int status = response.getStatusCode();
            boolean gone = method == HttpMethod.DELETE && status == NOT_FOUND;
            if (status >= 300 && !gone) {
                String id = response.getHeaderValue(REQUEST);
                throw new RemoteException(
                        "the storage answered " + method + " " + blob + " with " + status,
                        PASSING.contains(status),
                        status,
                        id == null ? "" : id,
                        null);
            }
        } catch (UncheckedIOException e) {
            String reason = "the storage did not answer " + method + " " + blob + ": "
                    + e.getCause().getMessage();
            throw new RemoteException(reason, true, 0, "", e.getCause());
        }
    }
}
