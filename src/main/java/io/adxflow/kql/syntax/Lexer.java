package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.TimespanText;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns text into tokens, the last of which is the end. What is no token becomes a diagnostic, and reading goes on. */
final class Lexer {
    private static final List<String> SYMBOLS = List.of(
            "..", "==", "=~", "=>", "!=", "!~", "<=", ">=", "<>", "|", ";", ",", "(", ")", "[", "]", "{", "}", ":", ".",
            "=", "<", ">", "+", "-", "*", "/", "%");
    private static final List<String> FOREIGN_SYMBOLS = List.of("&&", "||");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]+\\b");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<number>\\d+(?<fraction>\\.\\d+)?)(?<exponent>[eE][-+]?\\d+\\b)?(?<rest>[\\p{L}_][\\p{L}\\d_]*)?");
    private static final Pattern NEGATED = Pattern.compile("!(?:in~|[a-z_]+)");
    private static final String DASHES = "\u2013\u2014";
    private static final Set<String> FOREIGN_SUFFIXES = Set.of(
            "L", "l", "f", "F", "u", "U", "ns", "us", "w", "week", "weeks", "month", "months", "y", "year", "years");
    private static final Set<String> BOOLEANS = Set.of("true", "false", "True", "False", "TRUE", "FALSE");
    private static final String SMALLEST_WITHOUT_SIGN = "9223372036854775808";

    private final String text;
    private final List<Diagnostic> problems;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    Lexer(String text, List<Diagnostic> problems) {
        this.text = text;
        this.problems = problems;
    }

    List<Token> read() {
        position = afterBlanks(text, 0);
        while (position < text.length()) {
            next();
            position = afterBlanks(text, position);
        }
        tokens.add(Token.of(Token.Kind.END, Span.at(text.length()), ""));
        return tokens;
    }

    /** The offset behind blanks and comments. */
    static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                int lineEnd = text.indexOf('\n', at);
                at = lineEnd < 0 ? text.length() : lineEnd;
            } else if (isBlank(text.charAt(at))) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private void next() {
        if (StringLiteral.startsAt(text, position)) {
            string();
        } else if (Character.isDigit(text.charAt(position))) {
            number();
        } else if (isNameStart(text.charAt(position))) {
            name();
        } else if (text.startsWith("/*", position)) {
            foreignComment();
        } else {
            symbol();
        }
    }

    private void string() {
        StringLiteral read = StringLiteral.read(text, position, problems);
        position = read.span().end();
        String value = read.value();
        Span span = read.span();
        if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isString()) {
            Expression.Literal before =
                    tokens.remove(tokens.size() - 1).literal().orElseThrow();
            value = before.value().orElseThrow() + value;
            span = before.span().to(span);
        }
        literal(span, KqlType.STRING, Optional.of(value));
    }

    private void number() {
        Matcher hexadecimal = HEXADECIMAL.matcher(text).region(position, text.length());
        if (hexadecimal.lookingAt()) {
            integer(take(hexadecimal.end()));
            return;
        }
        Matcher found = NUMBER.matcher(text).region(position, text.length());
        if (!found.lookingAt()) {
            unexpected(position + 1);
            return;
        }
        Span span = take(found.end());
        if (found.group("rest") != null) {
            numberAndLetters(found, span);
        } else if (found.group("fraction") != null || found.group("exponent") != null) {
            literal(span, KqlType.REAL, Optional.of(Double.parseDouble(found.group())));
        } else {
            integer(span);
        }
    }

    private void integer(Span span) {
        if (text(span).equals(SMALLEST_WITHOUT_SIGN) && endsWithSign()) {
            Token sign = tokens.remove(tokens.size() - 1);
            literal(sign.span().to(span), KqlType.LONG, Optional.of(Long.MIN_VALUE));
            return;
        }
        Optional<Long> value = TypedLiteral.integer(text(span));
        if (value.isEmpty()) {
            problems.add(KqlProblem.BAD_NUMBER
                    .at(span, text(span), KqlType.LONG)
                    .withHint("decimal(" + text(span) + ") holds larger numbers"));
        }
        literal(span, KqlType.LONG, Optional.of(value.orElse(0L)));
    }

    /** Whether the last token is a minus that does not subtract. */
    private boolean endsWithSign() {
        int last = tokens.size() - 1;
        if (last < 0 || !tokens.get(last).is("-")) {
            return false;
        }
        return last == 0
                || tokens.get(last - 1).kind() == Token.Kind.SYMBOL
                        && !tokens.get(last - 1).is(")");
    }

    private void numberAndLetters(Matcher found, Span span) {
        boolean plain = found.group("fraction") == null
                && found.group("exponent") == null
                && !FOREIGN_SUFFIXES.contains(found.group("rest"));
        if (found.group("exponent") == null && TimespanText.isUnit(found.group("rest"))) {
            OptionalLong ticks = TimespanText.ofQuantity(found.group("number"), found.group("rest"));
            if (ticks.isEmpty()) {
                problems.add(KqlProblem.BAD_NUMBER.at(span, found.group(), KqlType.TIMESPAN));
            }
            literal(span, KqlType.TIMESPAN, Optional.of(ticks.orElse(0)));
        } else if (plain) {
            tokens.add(Token.of(Token.Kind.NAME, span, text(span)));
        } else {
            problems.add(KqlProblem.BAD_LITERAL
                    .at(span, found.group(), "long, real or timespan")
                    .withHint("units of time: d, h, m, s, ms, microsecond, tick"));
            literal(span, KqlType.TIMESPAN, Optional.of(0L));
        }
    }

    private void name() {
        int end = position + 1;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        Span span = take(end);
        String word = text(span);
        int after = afterBlanks(text, end);
        Optional<KqlType> type = KqlType.named(word).filter(found -> found != KqlType.STRING);
        if (type.isPresent() && after < text.length() && text.charAt(after) == '(') {
            typed(type.get(), span, after + 1);
        } else if (word.equals("in") && text.startsWith("~", end)) {
            tokens.add(Token.of(Token.Kind.SYMBOL, span.to(take(end + 1)), "in~"));
        } else if (BOOLEANS.contains(word)) {
            literal(span, KqlType.BOOL, Optional.of(Boolean.valueOf(word)));
        } else {
            tokens.add(Token.of(Token.Kind.NAME, span, word));
        }
    }

    private void typed(KqlType type, Span word, int from) {
        if (type == KqlType.DYNAMIC) {
            dynamic(word, from);
            return;
        }
        int end = closing(from);
        if (end == text.length()) {
            problems.add(KqlProblem.NEVER_CLOSED.at(new Span(from - 1, from), "("));
            int lineEnd = text.indexOf('\n', from);
            literal(word.to(take(lineEnd < 0 ? end : lineEnd)), type, Optional.empty());
            return;
        }
        String inner = text.substring(from, end).strip();
        Span span = word.to(take(end + 1));
        if (type == KqlType.DATETIME && inner.isEmpty()) {
            tokens.add(Token.of(Token.Kind.NAME, span, "now"));
            tokens.add(Token.of(Token.Kind.SYMBOL, span, "("));
            tokens.add(Token.of(Token.Kind.SYMBOL, span, ")"));
        } else {
            literal(span, type, inner.equals("null") ? Optional.empty() : value(type, inner, span));
        }
    }

    private Optional<Object> value(KqlType type, String inner, Span span) {
        Optional<Object> value = TypedLiteral.value(type, inner);
        if (value.isEmpty()) {
            problems.add(KqlProblem.BAD_LITERAL.at(span, inner, type).withHint(Hints.literal(type, inner)));
        }
        return value;
    }

    private void dynamic(Span word, int from) {
        DynamicLiteral literal = new DynamicLiteral(text, from, problems);
        Optional<Object> value = Optional.empty();
        try {
            value = literal.read().map(Object.class::cast);
            take(literal.position());
        } catch (SyntaxError error) {
            if (error.isFatal()) {
                throw error;
            }
            problems.add(error.diagnostic());
            take(Math.min(closing(from) + 1, text.length()));
        }
        literal(new Span(word.start(), position), KqlType.DYNAMIC, value);
    }

    /** The offset of the parenthesis that closes the one before {@code from}, or the end of the text. */
    private int closing(int from) {
        int open = 1;
        int at = from;
        List<Diagnostic> told = new ArrayList<>();
        while (at < text.length()) {
            if (StringLiteral.startsAt(text, at)) {
                at = StringLiteral.read(text, at, told).span().end();
                continue;
            }
            open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (open == 0) {
                return at;
            }
            at++;
        }
        return at;
    }

    private void symbol() {
        Matcher negated = NEGATED.matcher(text).region(position, text.length());
        if (text.charAt(position) == '!' && negated.lookingAt()) {
            tokens.add(Token.of(Token.Kind.SYMBOL, take(negated.end()), negated.group()));
            return;
        }
        for (String foreign : FOREIGN_SYMBOLS) {
            if (text.startsWith(foreign, position)) {
                String word = foreign.equals("&&") ? "and" : "or";
                Span span = take(position + 2);
                problems.add(KqlProblem.FOREIGN_OPERATOR.at(span, foreign).withHint("write '" + word + "'"));
                tokens.add(Token.of(Token.Kind.NAME, span, word));
                return;
            }
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, position)) {
                tokens.add(Token.of(Token.Kind.SYMBOL, take(position + symbol.length()), symbol));
                return;
            }
        }
        unexpected(position + Character.charCount(text.codePointAt(position)));
    }

    private void unexpected(int end) {
        Span span = take(end);
        problems.add(Hints.unexpectedCharacter(span, text(span)));
        if (DASHES.contains(text(span))) {
            tokens.add(Token.of(Token.Kind.SYMBOL, span, "-"));
        }
    }

    private void foreignComment() {
        int end = text.indexOf("*/", position + 2);
        Span span = new Span(position, position + 2);
        problems.add(
                KqlProblem.FOREIGN_COMMENT.at(span, "/*").withHint("a comment goes from // to the end of its line"));
        take(end < 0 ? text.length() : end + 2);
    }

    private void literal(Span span, KqlType type, Optional<Object> value) {
        tokens.add(Token.of(new Expression.Literal(span, type, value), text(span)));
    }

    private Span take(int end) {
        Span span = new Span(position, end);
        position = end;
        return span;
    }

    private String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '$';
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
