package io.adxflow.job.spark;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * Shows the lexer capitals only, because Spark's grammar spells keywords that way, and hands out the text as it was
 * written. Positions count UTF-16 units, as ours do.
 */
final class CaseInsensitiveStream implements CharStream {
    private final String text;
    private int next;

    CaseInsensitiveStream(String text) {
        this.text = text;
    }

    @Override
    public String getText(Interval interval) {
        int start = Math.min(interval.a, text.length());
        return text.substring(start, Math.max(start, Math.min(interval.b + 1, text.length())));
    }

    @Override
    public void consume() {
        if (next >= text.length()) {
            throw new IllegalStateException("cannot consume the end of the text");
        }
        next++;
    }

    @Override
    public int LA(int distance) {
        int offset = distance > 0 ? next + distance - 1 : next + distance;
        if (distance == 0) {
            return 0;
        }
        return offset < 0 || offset >= text.length() ? IntStream.EOF : Character.toUpperCase(text.charAt(offset));
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // Nothing is buffered, so nothing is to be released.
    }

    @Override
    public int index() {
        return next;
    }

    @Override
    public void seek(int index) {
        next = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }
}
