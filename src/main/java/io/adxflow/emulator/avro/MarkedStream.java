package io.adxflow.emulator.avro;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * An Avro file that knows whether it was read to its end: header and blocks all end with the same sixteen bytes. Avro's own reader
 * takes a file that breaks off inside of a block for one that ends before it.
 *
 * @see <a href="https://avro.apache.org/docs/1.11.1/specification/#object-container-files">Object container files</a>
 */
final class MarkedStream extends FilterInputStream {
    private static final int MAGIC = 4;
    private static final int MARKER = 16;
    private static final int LONGEST_HEADER = 1 << 24;

    private final byte[] marker;
    private byte[] last = new byte[0];

    private MarkedStream(InputStream data, byte[] marker) {
        super(data);
        this.marker = marker;
    }

    /** @throws IOException when the data does not begin as an Avro file */
    static MarkedStream of(InputStream data) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(data);
        buffered.mark(LONGEST_HEADER);
        if (!Arrays.equals(buffered.readNBytes(MAGIC), new byte[] {'O', 'b', 'j', 1})) {
            throw new IOException("not an Avro file");
        }
        BinaryDecoder header = DecoderFactory.get().directBinaryDecoder(buffered, null);
        for (long entries = header.readMapStart(); entries > 0; entries = header.mapNext()) {
            for (long i = 0; i < entries; i++) {
                header.skipString();
                header.skipBytes();
            }
        }
        byte[] marker = buffered.readNBytes(MARKER);
        buffered.reset();
        return new MarkedStream(buffered, marker);
    }

    /** @throws IOException when the file breaks off */
    void requireWhole() throws IOException {
        if (!Arrays.equals(last, marker)) {
            throw new IOException("the Avro file breaks off");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            remember(bytes, offset, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void remember(byte[] bytes, int offset, int count) {
        int kept = Math.min(last.length, Math.max(MARKER - count, 0));
        int fresh = Math.min(count, MARKER);
        byte[] next = new byte[kept + fresh];
        System.arraycopy(last, last.length - kept, next, 0, kept);
        System.arraycopy(bytes, offset + count - fresh, next, kept, fresh);
        last = next;
    }
}
