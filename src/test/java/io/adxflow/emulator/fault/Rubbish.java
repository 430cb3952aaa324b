package io.adxflow.emulator.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Bodies and headers that nobody should send. */
final class Rubbish {
    private static final int MUTATIONS = 25;

    private Rubbish() {}

    /** A body made wrong in many ways: too deep, in other encodings, packed, changed and cut at random. */
    static List<byte[]> of(byte[] whole, Random random) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        String text = new String(whole, StandardCharsets.UTF_8);
        bodies.add("[".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        bodies.add("{\"db\":".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        bodies.add("<a>".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        bodies.add(("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")
                .getBytes(StandardCharsets.UTF_8));
        bodies.add(text.getBytes(StandardCharsets.UTF_16));
        bodies.add(text.getBytes(StandardCharsets.UTF_16LE));
        bodies.add(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        bodies.add(gzip(whole));
        bodies.add(Arrays.copyOf(gzip(whole), 15));
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] body = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            bodies.add(Arrays.copyOf(body, random.nextInt(body.length + 1)));
        }
        return bodies;
    }

    /** Headers that do not fit to any body. */
    static Map<String, String> headers(Random random) {
        List<String> types =
                List.of("application/json", "text/xml; charset=utf-32", "multipart/form-data", "\u0001", "");
        List<String> codings = List.of("identity", "gzip", "deflate", "br, gzip", "rubbish");
        return Map.of(
                "Content-Type", types.get(random.nextInt(types.size())).replaceAll("\\p{Cntrl}", "!"),
                "Content-Encoding", codings.get(random.nextInt(codings.size())),
                "x-ms-blob-type", "BlockBlob",
                "x-ms-range", "bytes=5-1",
                "If-Match", "\"never\"");
    }

    /** Packed, some thousand bytes; unpacked, more than streaming ingestion takes. */
    static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) 'a');
            for (int i = 0; i < 20; i++) {
                out.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
