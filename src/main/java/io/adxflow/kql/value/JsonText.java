package io.adxflow.kql.value;

import io.adxflow.kql.language.RealText;
import java.util.List;
import java.util.Map;

/** Writes values that {@link Json} reads as compact JSON text. */
public final class JsonText {
    private JsonText() {}

    /** The text; null gives null, which is how a JSON null at the top is held. */
    public static String of(Object value) {
        if (value == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        append(text, value);
        return text.toString();
    }

    /** The text of a string, quotes included. */
    public static String quoted(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2);
        appendString(text, value);
        return text.toString();
    }

    private static void append(StringBuilder text, Object value) {
        if (value instanceof String string) {
            appendString(text, string);
        } else if (value instanceof Map<?, ?> bag) {
            appendBag(text, bag);
        } else if (value instanceof List<?> array) {
            appendArray(text, array);
        } else if (value instanceof Double real) {
            text.append(RealText.ofJson(real));
        } else {
            text.append(value);
        }
    }

    private static void appendBag(StringBuilder text, Map<?, ?> bag) {
        char before = '{';
        for (Map.Entry<?, ?> entry : bag.entrySet()) {
            appendString(text.append(before), (String) entry.getKey());
            append(text.append(':'), entry.getValue());
            before = ',';
        }
        text.append(before == '{' ? "{}" : "}");
    }

    private static void appendArray(StringBuilder text, List<?> array) {
        char before = '[';
        for (Object element : array) {
            append(text.append(before), element);
            before = ',';
        }
        text.append(before == '[' ? "[]" : "]");
    }

    private static void appendString(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            switch (next) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (next < ' ') {
                        text.append(String.format("\\u%04x", (int) next));
                    } else {
                        text.append(next);
                    }
                }
            }
        }
        text.append('"');
    }
}
