package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON text to values: Map (keys in their order), List, String, Long, Double, Boolean and null. Strict, but for numbers
 * too large for a long, which become Double.
 */
public final class Json {
    private static final int DEEPEST = 500;
    private static final Parsed NULL = new Parsed(null);

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** The value of a text that is known to be JSON; null gives null. */
    public static Object read(String text) {
        return text == null ? null : parse(text).orElse(NULL).orNull();
    }

    /** The value of a text; empty when it is not JSON. */
    public static Optional<Parsed> parse(String text) {
        try {
            Json json = new Json(text);
            Object value = json.value();
            json.skipBlanks();
            return json.at == text.length() ? Optional.of(new Parsed(value)) : Optional.empty();
        } catch (NotJson e) {
            return Optional.empty();
        }
    }

    /** A value that may be null. */
    public record Parsed(Object orNull) {}

    private static final class NotJson extends RuntimeException {
        NotJson() {
            super("not JSON", null, false, false);
        }
    }

    private Object value() {
        skipBlanks();
        if (at == text.length() || depth > DEEPEST) {
            throw new NotJson();
        }
        return switch (text.charAt(at)) {
            case '{' -> bag();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> bag() {
        Map<String, Object> bag = new LinkedHashMap<>();
        depth++;
        at++;
        if (!next('}')) {
            do {
                skipBlanks();
                String key = string();
                expect(':');
                bag.put(key, value());
            } while (next(','));
            expect('}');
        }
        depth--;
        return bag;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        depth++;
        at++;
        if (!next(']')) {
            do {
                array.add(value());
            } while (next(','));
            expect(']');
        }
        depth--;
        return array;
    }

    private String string() {
        if (at == text.length() || text.charAt(at) != '"') {
            throw new NotJson();
        }
        int start = ++at;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return text.substring(start, at++);
        }
        StringBuilder string = new StringBuilder(text.substring(start, at));
        while (at < text.length() && text.charAt(at) != '"') {
            char next = text.charAt(at++);
            string.append(next == '\\' ? escaped() : next);
        }
        expect('"');
        return string.toString();
    }

    private char escaped() {
        if (at == text.length()) {
            throw new NotJson();
        }
        char escape = text.charAt(at++);
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '"', '\\', '/' -> escape;
            case 'u' -> codeUnit();
            default -> throw new NotJson();
        };
    }

    private char codeUnit() {
        int unit = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw new NotJson();
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw new NotJson();
        }
        at += word.length();
        return value;
    }

    private Object number() {
        int start = at;
        boolean isWhole = true;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            isWhole &= ".eE".indexOf(text.charAt(at)) < 0;
            at++;
        }
        String number = text.substring(start, at);
        if (number.isEmpty() || number.charAt(0) == '+' || number.charAt(0) == '.') {
            throw new NotJson();
        }
        try {
            return isWhole && number.length() < 19 ? (Object) Long.valueOf(number) : wide(number, isWhole);
        } catch (NumberFormatException e) {
            throw new NotJson();
        }
    }

    private static Object wide(String number, boolean isWhole) {
        if (isWhole && number.length() < 21) {
            try {
                return Long.valueOf(number);
            } catch (NumberFormatException beyondLong) {
                return Double.valueOf(number);
            }
        }
        return Double.valueOf(number);
    }

    private boolean next(char wanted) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!next(wanted)) {
            throw new NotJson();
        }
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
