package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import java.util.Arrays;

/**
 * KQL or SQL that was written inside a YAML file, with the place in the file of every character. A character that a
 * parameter brought in has the place of the {@code {{name}}} that it replaced.
 */
public final class EmbeddedText {
    private final String text;
    private final Span place;
    private final int[] starts;
    private final int[] ends;
    private final int visible;

    /**
     * @param place the whole value in the file
     * @param starts for each character of the text, where it begins in the file
     * @param ends for each character of the text, where it ends in the file
     */
    public EmbeddedText(String text, Span place, int[] starts, int[] ends) {
        if (starts.length != text.length() || ends.length != text.length()) {
            throw new IllegalArgumentException("a place is missing for some characters");
        }
        this.text = text;
        this.place = place;
        this.starts = starts.clone();
        this.ends = ends.clone();
        this.visible = text.stripTrailing().length();
    }

    public String text() {
        return text;
    }

    /** The place of the whole value in the file. */
    public Span place() {
        return place;
    }

    /** The place in the file of a range of the text; the end of the text is where its last visible character is. */
    public Span inFile(Span inner) {
        if (visible == 0) {
            return place;
        }
        int first = Math.min(inner.start(), visible - 1);
        int last = Math.max(first, Math.min(inner.end(), visible) - 1);
        return new Span(starts[first], Math.max(starts[first], ends[last]));
    }

    /** A diagnostic about this text as a diagnostic about the file. */
    public Diagnostic inFile(Diagnostic diagnostic, SourceText file) {
        return diagnostic.moved(this::inFile).in(file);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmbeddedText
                && text.equals(((EmbeddedText) other).text)
                && Arrays.equals(starts, ((EmbeddedText) other).starts);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
