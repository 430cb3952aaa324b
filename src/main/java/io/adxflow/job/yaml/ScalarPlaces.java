package io.adxflow.job.yaml;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.EmbeddedText;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Finds for every character of a YAML scalar the place where it was written, by reading the scalar's source a second time
 * beside its value: indentation and folded line breaks are skipped, escapes and doubled quotes are one character.
 */
final class ScalarPlaces {
    private final String value;
    private final String file;
    private final ScalarStyle style;
    private final Span span;
    private final int[] starts;
    private final int[] ends;
    private final int indent;
    private int next;

    private ScalarPlaces(String value, ScalarStyle style, Span span, String file) {
        this.value = value;
        this.style = style;
        this.span = span;
        this.file = file;
        this.starts = new int[value.length()];
        this.ends = new int[value.length()];
        this.next = firstCharacter();
        this.indent = isBlock() ? blockIndent() : 0;
    }

    static EmbeddedText of(String value, ScalarStyle style, Span span, String file) {
        ScalarPlaces places = new ScalarPlaces(value, style, span, file);
        places.align();
        return new EmbeddedText(value, span, places.starts, places.ends);
    }

    private void align() {
        if (isBlock()) {
            skipIndent();
        }
        for (int i = 0; i < value.length(); i++) {
            char wanted = value.charAt(i);
            skipInvisible(wanted);
            int from = Math.min(next, span.end());
            next = Math.min(next + width(wanted), span.end());
            starts[i] = from;
            ends[i] = Math.max(from, next);
            if (isBreak(from)) {
                skipIndent();
            }
        }
    }

    /** Moves over source characters that the value does not have. */
    private void skipInvisible(char wanted) {
        if (style == ScalarStyle.LITERAL) {
            return;
        }
        if (wanted == ' ' || wanted == '\n') {
            skipTrailingBlanks();
            return;
        }
        while (isBreak(next) || isJoinedLine()) {
            next += file.charAt(next) == '\\' ? 2 : 1;
            skipIndent();
        }
    }

    /** Flow scalars lose the blanks before a line break. */
    private void skipTrailingBlanks() {
        int end = next;
        while (end < span.end() && (file.charAt(end) == ' ' || file.charAt(end) == '\t')) {
            end++;
        }
        if (!isBlock() && isBreak(end)) {
            next = end;
        }
    }

    private boolean isJoinedLine() {
        return style == ScalarStyle.DOUBLE_QUOTED
                && next < span.end()
                && file.charAt(next) == '\\'
                && isBreak(next + 1);
    }

    /** How many source characters the next character of the value takes. */
    private int width(char wanted) {
        if (next >= span.end()) {
            return 0;
        }
        char written = file.charAt(next);
        if (Character.isLowSurrogate(wanted) && !Character.isLowSurrogate(written)) {
            // The second half of a character that one escape wrote.
            return 0;
        }
        if (written == '\r' && wanted == '\n') {
            return file.startsWith("\r\n", next) ? 2 : 1;
        }
        if (style == ScalarStyle.SINGLE_QUOTED && written == '\'') {
            return 2;
        }
        return style == ScalarStyle.DOUBLE_QUOTED && written == '\\' ? escapeWidth() : 1;
    }

    private int escapeWidth() {
        char kind = next + 1 < file.length() ? file.charAt(next + 1) : ' ';
        return kind == 'x' ? 4 : kind == 'u' ? 6 : kind == 'U' ? 10 : 2;
    }

    private boolean isBreak(int offset) {
        return offset < span.end() && (file.charAt(offset) == '\n' || file.charAt(offset) == '\r');
    }

    private void skipIndent() {
        if (next > 0 && next < span.end() && file.charAt(next - 1) == '\r' && file.charAt(next) == '\n') {
            next++;
        }
        int limit = isBlock() ? next + indent : span.end();
        while (next < Math.min(limit, span.end()) && isBlank(file.charAt(next))) {
            next++;
        }
    }

    private boolean isBlank(char character) {
        return character == ' ' || character == '\t' && !isBlock();
    }

    private boolean isBlock() {
        return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    }

    private int firstCharacter() {
        if (isBlock()) {
            int headerEnd = file.indexOf('\n', span.start());
            return headerEnd < 0 ? span.end() : Math.min(headerEnd + 1, span.end());
        }
        return style == ScalarStyle.PLAIN ? span.start() : span.start() + 1;
    }

    /** The blanks that the first line with text has more in the file than in the value. */
    private int blockIndent() {
        int written = blanksOfFirstLine(file, next, span.end());
        return Math.max(0, written - blanksOfFirstLine(value, 0, value.length()));
    }

    private static int blanksOfFirstLine(String text, int from, int to) {
        int blanks = 0;
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character == '\n' || character == '\r') {
                blanks = 0;
            } else if (character == ' ') {
                blanks++;
            } else {
                return blanks;
            }
        }
        return blanks;
    }
}
