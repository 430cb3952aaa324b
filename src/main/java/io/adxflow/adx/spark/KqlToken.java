package io.adxflow.adx.spark;

/** Just enough of KQL's lexical rules to see where strings and comments end. */
final class KqlToken {
    private static final String FENCE = "```";

    private KqlToken() {}

    /** Whether what starts here is more than a blank, a comment or a semicolon. */
    static boolean isMeaning(String query, int at) {
        char c = query.charAt(at);
        return !Character.isWhitespace(c) && c != ';' && !query.startsWith("//", at);
    }

    /** The end of the comment, the string or the single character that starts here. */
    static int end(String query, int at) {
        if (query.startsWith("//", at)) {
            return endOr(query, query.indexOf('\n', at));
        }
        if (query.startsWith(FENCE, at)) {
            int close = query.indexOf(FENCE, at + FENCE.length());
            return close < 0 ? query.length() : close + FENCE.length();
        }
        char c = query.charAt(at);
        boolean verbatim = c == '@' && at + 1 < query.length() && isQuote(query.charAt(at + 1));
        if (verbatim) {
            return verbatimEnd(query, at + 1);
        }
        return isQuote(c) ? stringEnd(query, at) : at + 1;
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"';
    }

    private static int stringEnd(String query, int open) {
        int at = open + 1;
        while (at < query.length() && query.charAt(at) != query.charAt(open)) {
            at += query.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, query.length());
    }

    /** A doubled quote inside continues the string, which then reads as a second one right behind the first. */
    private static int verbatimEnd(String query, int open) {
        int close = query.indexOf(query.charAt(open), open + 1);
        while (close >= 0 && close + 1 < query.length() && query.charAt(close + 1) == query.charAt(open)) {
            close = query.indexOf(query.charAt(open), close + 2);
        }
        return endOr(query, close < 0 ? -1 : close + 1);
    }

    private static int endOr(String query, int end) {
        return end < 0 ? query.length() : end;
    }
}
