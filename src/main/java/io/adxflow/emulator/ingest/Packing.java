package io.adxflow.emulator.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** What a file is packed in, seen from its first bytes, whatever its name says. */
public enum Packing {
    NONE,
    GZIP,
    ZIP;

    private static final int BUFFER = 1 << 16;
    private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};

    public static Packing of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(ZIP_HEAD.length);
            if (Arrays.equals(head, ZIP_HEAD)) {
                return ZIP;
            }
            boolean isGzip = head.length >= 2 && head[0] == GZIP_HEAD[0] && head[1] == GZIP_HEAD[1];
            return isGzip ? GZIP : NONE;
        }
    }

    /** The data of a file that is no archive. */
    public static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return of(file) == GZIP ? new GZIPInputStream(raw, BUFFER) : raw;
    }
}
