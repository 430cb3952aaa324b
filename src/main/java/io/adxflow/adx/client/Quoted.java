package io.adxflow.adx.client;

/** The one place where names and texts enter queries and control commands. */
public final class Quoted {
    private Quoted() {}

    /** An entity name: {@code ['T']}. */
    public static String name(String name) {
        return "[" + string(name) + "]";
    }

    /** A string literal: {@code 'text'}. */
    public static String string(String text) {
        StringBuilder literal = new StringBuilder("'");
        text.chars().forEach(c -> {
            switch (c) {
                case '\'' -> literal.append("\\'");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(c < ' ' ? String.format("\\u%04x", c) : String.valueOf((char) c));
            }
        });
        return literal.append('\'').toString();
    }
}
