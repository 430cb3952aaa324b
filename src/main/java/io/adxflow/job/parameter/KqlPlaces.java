package io.adxflow.job.parameter;

import io.adxflow.job.model.Parameter;
import io.adxflow.job.model.ParameterType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * KQL. In code a value becomes a literal of its type; between quotes it is escaped for these quotes; in the parentheses
 * of a typed literal such as {@code datetime({{since}})} it goes in as it is, but only when no character of it could end
 * the literal.
 */
final class KqlPlaces implements Places {
    private static final Set<String> TYPED_LITERALS = Set.of(
            "datetime",
            "date",
            "timespan",
            "time",
            "guid",
            "uuid",
            "uniqueid",
            "int",
            "long",
            "real",
            "double",
            "decimal",
            "bool",
            "boolean");
    private static final Pattern HARMLESS = Pattern.compile("[0-9A-Za-z:.+-]*");

    private enum Place {
        CODE,
        COMMENT,
        ESCAPED,
        VERBATIM,
        MULTI_LINE
    }

    private final String text;
    private final Deque<String> parentheses = new ArrayDeque<>();
    private Place place = Place.CODE;
    private char quote;
    private int next;
    private boolean isBehindBackslash;

    KqlPlaces(String text) {
        this.text = text;
    }

    @Override
    public void readTo(int offset) {
        while (next < offset) {
            next += place == Place.CODE ? readCode() : readText();
        }
        isBehindBackslash = next > offset;
        next = offset;
    }

    @Override
    public void skipTo(int offset) {
        next = offset;
    }

    /** Reads one lexical piece of code and returns how many characters it took. */
    private int readCode() {
        char character = text.charAt(next);
        if (text.startsWith("//", next)) {
            place = Place.COMMENT;
            return 2;
        }
        if (text.startsWith("```", next) || text.startsWith("~~~", next)) {
            return open(Place.MULTI_LINE, character, 3);
        }
        if (character == '"' || character == '\'') {
            boolean isVerbatim = next > 0 && text.charAt(next - 1) == '@';
            return open(isVerbatim ? Place.VERBATIM : Place.ESCAPED, character, 1);
        }
        if (character == '(') {
            parentheses.push(wordBefore(next));
        } else if (character == ')') {
            parentheses.poll();
        }
        return 1;
    }

    private int open(Place kind, char mark, int width) {
        place = kind;
        quote = mark;
        return width;
    }

    private int readText() {
        char character = text.charAt(next);
        return switch (place) {
            case CODE -> throw new IllegalStateException("code is not text");
            case COMMENT -> close(character == '\n' || character == '\r', 1);
            case ESCAPED -> character == '\\' ? 2 : close(character == quote || character == '\n', 1);
            case VERBATIM -> isDoubled(character) ? 2 : close(character == quote || character == '\n', 1);
            case MULTI_LINE -> {
                boolean isEnd = text.startsWith(String.valueOf(quote).repeat(3), next);
                yield close(isEnd, isEnd ? 3 : 1);
            }
        };
    }

    private boolean isDoubled(char character) {
        return character == quote && text.startsWith("" + quote + quote, next);
    }

    private int close(boolean isEnd, int width) {
        place = isEnd ? Place.CODE : place;
        return width;
    }

    private String wordBefore(int offset) {
        int end = offset;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    @Override
    public Insertion insert(Parameter parameter, int end) {
        if (isBehindBackslash) {
            return Insertion.refused("a backslash before it would change its first character");
        }
        return switch (place) {
            case CODE -> inCode(parameter, end);
            case COMMENT -> Insertion.of(Quoting.comment(parameter.value()));
            case ESCAPED -> Insertion.of(Quoting.escaped(parameter.value(), quote));
            case VERBATIM -> Quoting.doubled(parameter.value(), quote);
            case MULTI_LINE -> Quoting.without(parameter.value(), quote);
        };
    }

    private Insertion inCode(Parameter parameter, int end) {
        String opener = parentheses.isEmpty() ? "" : parentheses.peek();
        if (TYPED_LITERALS.contains(opener)) {
            boolean isSafe = parameter.type() != ParameterType.STRING
                    || HARMLESS.matcher(parameter.value()).matches();
            return isSafe ? Insertion.of(parameter.value()) : Insertion.refused("its value is not a " + opener);
        }
        if (Touching.isTouching(text, next, end)) {
            return Insertion.refused(Touching.REASON);
        }
        return Insertion.of(literal(parameter, opener.equals("dynamic")));
    }

    private static String literal(Parameter parameter, boolean isJson) {
        String value = parameter.value();
        return switch (parameter.type()) {
            case STRING -> '"' + Quoting.escaped(value, '"') + '"';
            case BOOL -> value;
            case LONG, REAL -> value.startsWith("-") && !isJson ? number(parameter.type(), value) : value;
            case DATETIME -> "datetime(" + value + ")";
            case TIMESPAN -> "timespan(" + value + ")";
        };
    }

    /** A bare minus would join whatever operator stands before it. */
    private static String number(ParameterType type, String value) {
        return type.word() + "(" + value + ")";
    }
}
