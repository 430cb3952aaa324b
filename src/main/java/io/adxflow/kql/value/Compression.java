package io.adxflow.kql.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Text compressed by gzip or zlib, in base64. What compression would make longer is stored as it is. */
public final class Compression {
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] ZLIB_HEADER = {0x78, 0x01};

    private Compression() {}

    public static String compress(String kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] small = deflated(bytes, Deflater.BEST_SPEED);
        byte[] body = small.length < bytes.length ? small : deflated(bytes, Deflater.NO_COMPRESSION);
        byte[] all = kind.equals("gzip") ? gzip(bytes, body) : zlib(bytes, body);
        return Base64.getEncoder().encodeToString(all);
    }

    /** Null when it is no base64, or not compressed. */
    public static String decompress(String kind, String text) {
        byte[] bytes = Encodings.bytes(text);
        if (bytes == null) {
            return null;
        }
        ByteArrayInputStream compressed = new ByteArrayInputStream(bytes);
        try (InputStream in =
                kind.equals("gzip") ? new GZIPInputStream(compressed) : new InflaterInputStream(compressed)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notCompressed) {
            return null;
        }
    }

    private static byte[] deflated(byte[] bytes, int level) {
        Deflater deflater = new Deflater(level, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes, byte[] body) {
        return ByteBuffer.allocate(GZIP_HEADER.length + body.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(GZIP_HEADER)
                .put(body)
                .putInt((int) sum(new CRC32(), bytes))
                .putInt(bytes.length)
                .array();
    }

    private static byte[] zlib(byte[] bytes, byte[] body) {
        return ByteBuffer.allocate(ZLIB_HEADER.length + body.length + 4)
                .put(ZLIB_HEADER)
                .put(body)
                .putInt((int) sum(new Adler32(), bytes))
                .array();
    }

    private static long sum(Checksum checksum, byte[] bytes) {
        checksum.update(bytes, 0, bytes.length);
        return checksum.getValue();
    }
}
