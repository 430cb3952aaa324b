package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlProblem;
import java.util.List;

/** Reads one string constant in which a backslash begins an escape sequence. */
final class EscapedString {
    private static final String LETTERS = "abfnrtv0\\\"'";
    private static final String CHARACTERS = "\u0007\b\f\n\r\t\u000b\0\\\"'";

    private final String text;
    private final int offset;
    private final char quote;
    private final List<Diagnostic> problems;
    private final StringBuilder value = new StringBuilder();
    private int position;

    /** {@code offset} is where the constant begins, {@code quoteAt} where its opening quote is. */
    EscapedString(String text, int offset, int quoteAt, List<Diagnostic> problems) {
        this.text = text;
        this.offset = offset;
        this.quote = text.charAt(quoteAt);
        this.problems = problems;
        this.position = quoteAt + 1;
    }

    StringLiteral read() {
        while (position < text.length() && text.charAt(position) != '\n') {
            char c = text.charAt(position++);
            if (c == quote) {
                return new StringLiteral(value.toString(), new Span(offset, position));
            }
            if (c == '\\' && position < text.length() && text.charAt(position) != '\n') {
                escape();
            } else {
                value.append(c);
            }
        }
        return StringLiteral.unterminated(text, offset, quote, value.toString(), problems);
    }

    private void escape() {
        char c = text.charAt(position);
        if (c == 'u') {
            hexadecimal(4, 4);
        } else if (c == 'x') {
            hexadecimal(1, 4);
        } else if (c == 'U') {
            hexadecimal(8, 8);
        } else if (c >= '0' && c <= '7') {
            octal();
        } else if (LETTERS.indexOf(c) >= 0) {
            value.append(CHARACTERS.charAt(LETTERS.indexOf(c)));
            position++;
        } else {
            refuse(position + 1);
        }
    }

    private void octal() {
        int end = digits(position, 3, 8);
        value.append((char) Integer.parseInt(text.substring(position, end), 8));
        position = end;
    }

    private void hexadecimal(int atLeast, int atMost) {
        int end = digits(position + 1, atMost, 16);
        if (end - position - 1 < atLeast) {
            refuse(end);
            return;
        }
        long codePoint = Long.parseLong(text.substring(position + 1, end), 16);
        if (Character.isValidCodePoint((int) codePoint) && codePoint <= Character.MAX_CODE_POINT) {
            value.appendCodePoint((int) codePoint);
            position = end;
        } else {
            refuse(end);
        }
    }

    private int digits(int from, int atMost, int radix) {
        int end = from;
        while (end < text.length() && end < from + atMost && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        return end;
    }

    private void refuse(int end) {
        problems.add(KqlProblem.BAD_ESCAPE
                .at(new Span(position - 1, end), text.substring(position - 1, end))
                .withHint("a backslash is written \\\\, or @\"…\" takes the text as it is"));
        position = end;
    }
}
