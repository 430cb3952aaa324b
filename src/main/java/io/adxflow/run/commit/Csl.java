package io.adxflow.run.commit;

/** The one place where text enters control commands. */
final class Csl {
    private Csl() {}

    /** An entity name, quoted: {@code ['T']}. */
    static String name(String name) {
        return "[" + string(name) + "]";
    }

    /** A string literal: {@code 'text'}. */
    static String string(String text) {
        StringBuilder literal = new StringBuilder("'");
        text.chars().forEach(c -> {
            switch (c) {
                case '\\' -> literal.append("\\\\");
                case '\'' -> literal.append("\\'");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append((char) c);
            }
        });
        return literal.append('\'').toString();
    }
}
