package io.adxflow.emulator.ingest;

import static io.adxflow.emulator.ingest.BadDataException.Kind.FORMAT;
import static io.adxflow.emulator.ingest.BadDataException.Kind.OPEN_QUOTE;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Splits delimited text into records (RFC 4180): quotes around a whole field, doubled inside; line breaks allowed in
 * quotes; LF or CRLF. Empty lines are no records.
 */
final class DelimitedRecords implements FieldRecords {
    private static final int BUFFER = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int END = -1;

    private final Reader reader;
    private final char separator;
    private final char[] buffer = new char[BUFFER];
    private int filled;
    private int next;

    /** The characters of the record, field after field, and where each field ends. */
    private char[] text = new char[256];

    private int length;
    private int[] ends = new int[32];
    private int fields;
    private long records;

    DelimitedRecords(Reader reader, char separator) throws IOException {
        this.reader = reader;
        this.separator = separator;
        if (peek() == BYTE_ORDER_MARK) {
            next++;
        }
    }

    @Override
    public boolean next() throws IOException {
        skipEmptyLines();
        if (peek() == END) {
            return false;
        }
        records++;
        length = 0;
        fields = 0;
        while (field()) {
            next++;
        }
        endLine();
        return true;
    }

    @Override
    public long count() {
        return records;
    }

    @Override
    public int fields() {
        return fields;
    }

    @Override
    public char[] text() {
        return text;
    }

    @Override
    public int start(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    @Override
    public int end(int field) {
        return ends[field];
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Reads a field, and says whether a separator follows. */
    private boolean field() throws IOException {
        if (peek() == '"') {
            quoted();
        } else {
            plain();
        }
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, fields * 2);
        }
        ends[fields++] = length;
        return peek() == separator;
    }

    private void plain() throws IOException {
        while (peek() != END) {
            int from = next;
            while (next < filled && !isEnd(buffer[next])) {
                next++;
            }
            append(from, next);
            if (next < filled) {
                return;
            }
        }
    }

    private void quoted() throws IOException {
        next++;
        while (true) {
            if (peek() == END) {
                throw new BadDataException(
                        OPEN_QUOTE, records, "a quoted field has no closing quote (Stream_ClosingQuoteMissing)");
            }
            int from = next;
            while (next < filled && buffer[next] != '"') {
                next++;
            }
            append(from, next);
            if (next == filled) {
                continue;
            }
            next++;
            if (peek() != '"') {
                break;
            }
            append(next, next + 1);
            next++;
        }
        if (peek() != END && !isEnd((char) peek())) {
            throw new BadDataException(
                    FORMAT, records, "a closing quote is followed by more than the end of the field");
        }
    }

    private boolean isEnd(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private void append(int from, int to) {
        int more = to - from;
        if (length + more > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + more));
        }
        System.arraycopy(buffer, from, text, length, more);
        length += more;
    }

    private void skipEmptyLines() throws IOException {
        while (peek() == '\n' || peek() == '\r') {
            next++;
        }
    }

    private void endLine() throws IOException {
        if (peek() == '\r') {
            next++;
        }
        if (peek() == '\n') {
            next++;
        }
    }

    private int peek() throws IOException {
        if (next == filled) {
            filled = Math.max(reader.read(buffer, 0, BUFFER), 0);
            next = 0;
        }
        return filled == 0 ? END : buffer[next];
    }
}
