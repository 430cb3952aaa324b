package io.adxflow.adx.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads <a href="https://www.rfc-editor.org/rfc/rfc8259">JSON</a> from UTF-8 as it arrives and makes no object of what it
 * reads: a text or a literal is a range of bytes, which stands until the next is read. Most of the time of a big read is
 * spent here. What is no JSON is refused with an {@link IllegalArgumentException}.
 */
final class JsonBytes implements Closeable {
    private static final int SIZE = 1 << 16;
    private static final int DEEPEST = 1_000;
    private static final int NONE = -1;

    private final InputStream body;
    private final JsonText unescaped = new JsonText();
    private byte[] buffer = new byte[SIZE];
    private int next;
    private int end;
    private int kept = NONE;
    private boolean first;
    private boolean ended;
    private byte[] value = buffer;
    private int from;
    private int to;

    JsonBytes(InputStream body) {
        this.body = body;
    }

    /** Whether more was wanted than there was. */
    boolean hasEnded() {
        return ended;
    }

    /** The bytes of which {@link #from} to {@link #to} are the text or literal that was read last. */
    byte[] value() {
        return value;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** The text or literal that was read last. */
    String text() {
        return new String(value, from, to - from, StandardCharsets.UTF_8);
    }

    /** The first byte of what comes next, which is not read. */
    byte peek() throws IOException {
        while (true) {
            while (next < end) {
                byte found = buffer[next];
                if (found > ' ' || found < 0) {
                    return found;
                }
                space(found);
                next++;
            }
            more();
        }
    }

    private static void space(byte found) {
        if (found != ' ' && found != '\n' && found != '\r' && found != '\t') {
            throw new IllegalArgumentException("expected a value, found the byte " + found);
        }
    }

    /** Reads a bracket or a brace that opens. */
    void open(char bracket) throws IOException {
        take(bracket);
        first = true;
    }

    /** Whether another value comes in the array that is open; its end is read. */
    boolean hasElement() throws IOException {
        return hasMore(']');
    }

    /** The name of the next member of the object that is open, or null at its end, which is read. */
    String nextName() throws IOException {
        if (!hasMore('}')) {
            return null;
        }
        readText();
        String name = text();
        take(':');
        return name;
    }

    private boolean hasMore(char bracket) throws IOException {
        if (!first && isNext(',')) {
            next++;
            return true;
        }
        byte found = peek();
        if (found == bracket) {
            next++;
            first = false;
            return false;
        }
        if (!first) {
            take(',');
        }
        first = false;
        return true;
    }

    private boolean isNext(char expected) {
        return next < end && buffer[next] == expected;
    }

    private void take(char expected) throws IOException {
        if (isNext(expected)) {
            next++;
            return;
        }
        byte found = peek();
        if (found != expected) {
            throw new IllegalArgumentException("expected " + expected + ", found " + (char) (found & 0xFF));
        }
        next++;
    }

    /** Reads a text; its range has no escapes. */
    void readText() throws IOException {
        take('"');
        from = next;
        int bits = 0;
        boolean escaped = false;
        while (true) {
            bits |= plain();
            if (next == end) {
                moreOfValue();
            } else if (buffer[next] == '"') {
                break;
            } else {
                escape();
                escaped = true;
            }
        }
        ended(next++);
        if (bits < 0) {
            JsonText.check(value, from, to);
        }
        if (escaped) {
            to = unescaped.read(value, from, to);
            from = 0;
            value = unescaped.bytes();
        }
    }

    /** Passes over what stands for itself; the result is negative when some of it is not ASCII. */
    private int plain() {
        byte[] bytes = buffer;
        int stop = end;
        int i = next;
        int bits = 0;
        while (i < stop) {
            byte found = bytes[i];
            if (found == '"' || found == '\\' || (found & 0xE0) == 0) {
                break;
            }
            bits |= found;
            i++;
        }
        next = i;
        return bits;
    }

    /** Passes over the byte behind a backslash too, as it may be a quote. */
    private void escape() throws IOException {
        if (buffer[next] != '\\') {
            throw new IllegalArgumentException("a text with the control character " + buffer[next]);
        }
        next++;
        if (next == end) {
            moreOfValue();
        }
        next++;
    }

    /** Reads a number, {@code true}, {@code false} or {@code null}, whichever it is. */
    void readLiteral() throws IOException {
        peek();
        from = next;
        while (!isEndOfLiteral()) {
            moreOfValue();
        }
        ended(next);
    }

    /** Passes over what is there of a literal; false when more of it may come. */
    private boolean isEndOfLiteral() {
        byte[] bytes = buffer;
        int stop = end;
        int i = next;
        while (i < stop) {
            byte found = bytes[i];
            if (found == ',' || found == ']' || found == '}' || found <= ' ') {
                break;
            }
            i++;
        }
        next = i;
        return i < stop;
    }

    private void ended(int behind) {
        value = buffer;
        to = behind;
    }

    /** Passes over a value, whatever it is. */
    void skip() throws IOException {
        skip(0);
    }

    private void skip(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a value is nested more than " + DEEPEST + " deep");
        }
        switch (peek()) {
            case '"' -> readText();
            case '[' -> {
                open('[');
                while (hasElement()) {
                    skip(depth + 1);
                }
            }
            case '{' -> {
                open('{');
                while (nextName() != null) {
                    skip(depth + 1);
                }
            }
            default -> {
                readLiteral();
                JsonNumber.checkLiteral(value, from, to);
            }
        }
    }

    /** The bytes of a value, as they are. */
    byte[] capture() throws IOException {
        peek();
        kept = next;
        skip();
        byte[] captured = Arrays.copyOfRange(buffer, kept, next);
        kept = NONE;
        return captured;
    }

    /** Reads to the end, so that checksums are compared and the connection can serve again. */
    void finish() throws IOException {
        do {
            while (next < end) {
                space(buffer[next]);
                next++;
            }
        } while (filled());
    }

    private void moreOfValue() throws IOException {
        if (kept != NONE) {
            more();
            return;
        }
        kept = from;
        more();
        kept = NONE;
    }

    private void more() throws IOException {
        if (!filled()) {
            ended = true;
            throw new IllegalArgumentException("expected more, found the end");
        }
    }

    /** Brings more bytes behind those that are kept, which move to the front of the buffer. */
    private boolean filled() throws IOException {
        int start = kept == NONE ? next : kept;
        if (end == buffer.length) {
            byte[] room = start > 0 ? buffer : Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
            System.arraycopy(buffer, start, room, 0, end - start);
            buffer = room;
            end -= start;
            next -= start;
            from -= start;
            kept = kept == NONE ? NONE : 0;
        }
        int count = body.read(buffer, end, buffer.length - end);
        end += Math.max(count, 0);
        return count >= 0;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
