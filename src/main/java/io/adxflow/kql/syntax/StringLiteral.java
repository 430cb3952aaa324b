package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlProblem;
import java.util.List;

/**
 * A string constant: quoted with escapes, verbatim after an at sign, or over several lines between three backticks or
 * tildes; {@code h} before it hides it from logs and does not change its value.
 */
record StringLiteral(String value, Span span) {
    private static final List<String> FENCES = List.of("```", "~~~");

    /** Whether a string constant begins at an offset. */
    static boolean startsAt(String text, int offset) {
        int at = afterPrefix(text, offset, "hH");
        return isQuote(text, at) || (isOneOf(text, at, "@") && isQuote(text, at + 1)) || isFence(text, at);
    }

    /** Reads the constant that begins at an offset; one that does not end is read up to the end of its line. */
    static StringLiteral read(String text, int offset, List<Diagnostic> problems) {
        int at = afterPrefix(text, offset, "hH");
        if (isFence(text, at)) {
            return readFenced(text, offset, at, problems);
        }
        return isQuote(text, at)
                ? new EscapedString(text, offset, at, problems).read()
                : readVerbatim(text, offset, at + 1, problems);
    }

    private static StringLiteral readFenced(String text, int offset, int at, List<Diagnostic> problems) {
        String fence = text.substring(at, at + 3);
        int end = text.indexOf(fence, at + 3);
        if (end < 0) {
            problems.add(KqlProblem.UNTERMINATED_STRING.at(new Span(offset, at + 3), fence));
            return new StringLiteral(text.substring(at + 3), new Span(offset, text.length()));
        }
        return new StringLiteral(text.substring(at + 3, end), new Span(offset, end + 3));
    }

    private static StringLiteral readVerbatim(String text, int offset, int at, List<Diagnostic> problems) {
        char quote = text.charAt(at);
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) != quote) {
                value.append(text.charAt(i));
            } else if (isOneOf(text, i + 1, String.valueOf(quote))) {
                value.append(quote);
                i++;
            } else {
                return new StringLiteral(value.toString(), new Span(offset, i + 1));
            }
        }
        return unterminated(text, offset, quote, value.toString(), problems);
    }

    static StringLiteral unterminated(String text, int offset, char quote, String value, List<Diagnostic> problems) {
        int lineEnd = text.indexOf('\n', offset);
        Span span = new Span(offset, lineEnd < 0 ? text.length() : lineEnd);
        problems.add(KqlProblem.UNTERMINATED_STRING
                .at(span, quote)
                .withHint("a string over several lines stands between ``` and ```"));
        return new StringLiteral(value, span);
    }

    private static int afterPrefix(String text, int offset, String prefixes) {
        return isOneOf(text, offset, prefixes) ? offset + 1 : offset;
    }

    private static boolean isQuote(String text, int offset) {
        return isOneOf(text, offset, "\"'");
    }

    private static boolean isFence(String text, int offset) {
        return FENCES.stream().anyMatch(fence -> text.startsWith(fence, offset));
    }

    private static boolean isOneOf(String text, int offset, String characters) {
        return offset < text.length() && characters.indexOf(text.charAt(offset)) >= 0;
    }
}
