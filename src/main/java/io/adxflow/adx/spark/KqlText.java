package io.adxflow.adx.spark;

/** Puts names and texts into KQL, and puts operators behind a query that somebody else wrote. */
final class KqlText {
    private KqlText() {}

    /** {@code ['name']}. */
    static String name(String name) {
        return "[" + string(name) + "]";
    }

    /** A string literal. */
    static String string(String text) {
        StringBuilder literal = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\'' -> literal.append("\\'");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c < ' ') {
                        literal.append(String.format("\\u%04x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append("'").toString();
    }

    /** The query with an operator behind it. A line of its own, as the query may end in a comment. */
    static String pipe(String query, String operator) {
        return withoutEnd(query) + "\n| " + operator;
    }

    /** Without the blanks, comments and semicolons at the end. */
    private static String withoutEnd(String query) {
        int end = 0;
        int at = 0;
        while (at < query.length()) {
            int next = KqlToken.end(query, at);
            if (KqlToken.isMeaning(query, at)) {
                end = next;
            }
            at = next;
        }
        return query.substring(0, end);
    }
}
