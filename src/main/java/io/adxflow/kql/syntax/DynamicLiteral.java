package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.RealText;
import io.adxflow.kql.language.TimespanText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what stands between the parentheses of {@code dynamic(…)}, which is JSON with KQL's strings and typed literals, and
 * gives compact JSON text: no blanks, properties in their order with the last of equal names, datetimes and timespans as
 * strings.
 */
final class DynamicLiteral {
    static final int MAX_DEPTH = 100;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?<real>(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern TYPED = Pattern.compile("(?<type>[a-z0-9]+)\\s*\\((?<text>[^()]*)\\)");

    private final String text;
    private final List<Diagnostic> problems;
    private int position;
    private int depth;

    DynamicLiteral(String text, int position, List<Diagnostic> problems) {
        this.text = text;
        this.position = position;
        this.problems = problems;
    }

    /** Where the reader stands: behind the closing parenthesis after {@link #read}. */
    int position() {
        return position;
    }

    /** The JSON text; {@code null} as a whole is the null of type dynamic, and so empty. */
    Optional<String> read() {
        String json = value();
        skipBlanks();
        expect(')', "')'");
        return json.equals("null") ? Optional.empty() : Optional.of(json);
    }

    private String value() {
        skipBlanks();
        if (++depth > MAX_DEPTH) {
            throw SyntaxError.fatal(KqlProblem.NESTED_TOO_DEEPLY.at(Span.at(position), MAX_DEPTH));
        }
        String json =
                switch (peek()) {
                    case '[' -> array();
                    case '{' -> object();
                    default -> scalar();
                };
        depth--;
        return json;
    }

    private String array() {
        List<String> values = new ArrayList<>();
        position++;
        skipBlanks();
        while (peek() != ']') {
            values.add(value());
            separator(']', "',' or ']'");
        }
        position++;
        return values.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private String object() {
        Map<String, String> properties = new LinkedHashMap<>();
        position++;
        skipBlanks();
        while (peek() != '}') {
            if (!StringLiteral.startsAt(text, position)) {
                throw expected("the name of a property in quotes");
            }
            String name = string();
            skipBlanks();
            expect(':', "':'");
            properties.put(name, value());
            separator('}', "',' or '}'");
        }
        position++;
        return properties.entrySet().stream()
                .map(property -> property.getKey() + ":" + property.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void separator(char end, String expected) {
        skipBlanks();
        if (peek() == ',') {
            position++;
            skipBlanks();
        } else if (peek() != end) {
            throw expected(expected);
        }
    }

    private String scalar() {
        if (StringLiteral.startsAt(text, position)) {
            return string();
        }
        Matcher number = NUMBER.matcher(text).region(position, text.length());
        if (number.lookingAt()) {
            position = number.end();
            return number(number.group(), number.group("real").isEmpty());
        }
        Matcher typed = TYPED.matcher(text).region(position, text.length());
        if (typed.lookingAt() && KqlType.named(typed.group("type")).isPresent()) {
            return typed(typed);
        }
        return word();
    }

    private String string() {
        StringLiteral literal = StringLiteral.read(text, position, problems);
        position = literal.span().end();
        return JsonString.of(literal.value());
    }

    private String number(String digits, boolean integer) {
        Optional<Long> number = integer ? TypedLiteral.integer(digits) : Optional.empty();
        return number.map(String::valueOf).orElseGet(() -> RealText.ofJson(Double.parseDouble(digits)));
    }

    private String typed(Matcher typed) {
        KqlType type = KqlType.named(typed.group("type")).orElseThrow();
        if (type == KqlType.DYNAMIC) {
            position = typed.start("text");
            String json = value();
            skipBlanks();
            expect(')', "')'");
            return json;
        }
        if (type == KqlType.STRING) {
            throw expected("a value");
        }
        position = typed.end();
        if (typed.group("text").strip().equals("null")) {
            return "null";
        }
        return TypedLiteral.value(type, typed.group("text"))
                .map(value -> json(type, value))
                .orElseThrow(() -> new SyntaxError(KqlProblem.BAD_LITERAL.at(
                        new Span(typed.start(), typed.end()),
                        typed.group("text").strip(),
                        type)));
    }

    private static String json(KqlType type, Object value) {
        return switch (type) {
            case DATETIME -> JsonString.of(DatetimeText.of((Long) value));
            case TIMESPAN -> JsonString.of(TimespanText.of((Long) value));
            case REAL -> RealText.ofJson((Double) value);
            case GUID -> JsonString.of(value.toString());
            case BOOL, INT, LONG, DECIMAL, STRING, DYNAMIC -> value.toString();
        };
    }

    private String word() {
        Matcher word = WORD.matcher(text).region(position, text.length());
        if (!word.lookingAt()) {
            throw expected("a value");
        }
        String json =
                switch (word.group()) {
                    case "true", "True", "TRUE" -> "true";
                    case "false", "False", "FALSE" -> "false";
                    case "null" -> "null";
                    default -> throw expected("a value");
                };
        position = word.end();
        return json;
    }

    private void expect(char c, String described) {
        if (peek() != c) {
            throw expected(described);
        }
        position++;
    }

    private SyntaxError expected(String what) {
        Matcher word = WORD.matcher(text).region(position, text.length());
        int end = word.lookingAt() ? word.end() : Math.min(position + 1, text.length());
        String found = end == position ? "the end of the query" : "'" + text.substring(position, end) + "'";
        return new SyntaxError(KqlProblem.BAD_DYNAMIC.at(new Span(position, end), what, found));
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private void skipBlanks() {
        position = Lexer.afterBlanks(text, position);
    }
}
