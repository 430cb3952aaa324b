package io.adxflow.cli;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Cuts CSV into pieces of whole records. A line break inside quotes does not end a record. */
final class CsvPieces implements Iterator<String> {
    private final String text;
    private final int largest;
    private int from;

    CsvPieces(String text, int largest) {
        this.text = text;
        this.largest = largest;
    }

    @Override
    public boolean hasNext() {
        return from < text.length();
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int end = end();
        String piece = text.substring(from, end);
        from = end;
        return piece;
    }

    /** After the last record that fits, or after the first one when that alone is too long. */
    private int end() {
        int end = -1;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (text.charAt(i) == '\n' && !quoted) {
                if (end > 0 && i + 1 - from > largest) {
                    return end;
                }
                end = i + 1;
            }
        }
        return end > 0 && text.length() - from > largest ? end : text.length();
    }
}
