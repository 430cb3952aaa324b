package io.adxflow.base.diagnostic;

import java.util.Arrays;

/** A named text that diagnostics point into. Lines and columns count from one, columns in UTF-16 units. */
public final class SourceText {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = starts(text);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, Math.min(offset, text.length()));
        return found >= 0 ? found + 1 : -found - 1;
    }

    public int column(int offset) {
        return Math.min(offset, text.length()) - lineStarts[line(offset) - 1] + 1;
    }

    /** The offset where a line (from one) begins. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    public int lines() {
        return lineStarts.length;
    }

    /** A line's text, from one, without its line break. */
    public String lineText(int line) {
        int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
        String found = text.substring(lineStarts[line - 1], end);
        return found.endsWith("\r") ? found.substring(0, found.length() - 1) : found;
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
