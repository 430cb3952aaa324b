package io.adxflow.adx.spark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A temporary file of compressed CSV that knows how much it holds. */
final class CsvFile {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final OutputStream out;
    private long rows;
    private long bytes;

    private CsvFile(Path path, OutputStream out) {
        this.path = path;
        this.out = out;
    }

    static CsvFile create() throws IOException {
        Path path = Files.createTempFile("adxflow-", ".csv.gz");
        return new CsvFile(path, new BufferedOutputStream(new FastGzip(Files.newOutputStream(path)), BUFFER));
    }

    /** One row with its line break. */
    void append(CharSequence row) throws IOException {
        byte[] line = row.toString().getBytes(StandardCharsets.UTF_8);
        out.write(line);
        bytes += line.length;
        rows++;
    }

    long rows() {
        return rows;
    }

    /** The size before compression. */
    long bytes() {
        return bytes;
    }

    Path path() {
        return path;
    }

    void finish() throws IOException {
        out.close();
    }

    void delete() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /** The file lives for minutes, so time counts more than size. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream target) throws IOException {
            super(target, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
