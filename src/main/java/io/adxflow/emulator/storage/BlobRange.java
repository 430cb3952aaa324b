package io.adxflow.emulator.storage;

import io.adxflow.base.http.Request;
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

    String contentRange(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
