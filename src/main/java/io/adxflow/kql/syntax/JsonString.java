package io.adxflow.kql.syntax;

/** Text as a JSON string. */
final class JsonString {
    private JsonString() {}

    static String of(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            json.append(escaped(text.charAt(i)));
        }
        return json.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
