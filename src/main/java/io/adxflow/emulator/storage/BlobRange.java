package io.adxflow.emulator.storage;

import io.adxflow.base.http.Request;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a blob.
 *
 * @param from the first byte
 * @param length in bytes
 * @param isWhole whether the request asked for no part
 */
record BlobRange(long from, long length, boolean isWhole) {
    private static final int LARGEST_DIGEST = 4 << 20;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

    /** @throws StorageException when the blob ends before the part begins */
    static BlobRange of(Request request, long size) {
        String header =
                request.header("x-ms-range").or(() -> request.header("Range")).orElse("");
        Matcher range = RANGE.matcher(header);
        if (!range.matches()) {
            return new BlobRange(0, size, true);
        }
        long from = Long.parseLong(range.group(1));
        if (from >= size) {
            throw new StorageException(
                    416, "InvalidRange", "The range specified is invalid for the current size of the resource.");
        }
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(range.group(2)), size - 1);
        return new BlobRange(from, last - from + 1, false);
    }

    /**
     * The MD5 digest of the part in Base64.
     *
     * @throws StorageException when the part is larger than 4 MiB, as in the service
     */
    String md5(FileChannel file) throws IOException {
        if (length > LARGEST_DIGEST) {
            throw new StorageException(
                    400, "OutOfRangeQueryParameterValue", "A range with a digest has at most 4194304 bytes.");
        }
        ByteBuffer part = ByteBuffer.allocate((int) length);
        int read = 0;
        while (part.hasRemaining() && read >= 0) {
            read = file.read(part, from + part.position());
        }
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(part.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    String contentRange(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
