package io.adxflow.adx.spark;

/** Puts operators behind a query that somebody else wrote. */
final class KqlText {
    private KqlText() {}

    /** The query with an operator behind it. A line of its own, as the query may end in a comment. */
    static String pipe(String query, String operator) {
        return withoutEnd(query) + "\n| " + operator;
    }

    /** Two queries in one request. */
    static String then(String query, String second) {
        return withoutEnd(query) + "\n;\n" + second;
    }

    /** Without the blanks, comments and semicolons at the end. */
    static String withoutEnd(String query) {
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
