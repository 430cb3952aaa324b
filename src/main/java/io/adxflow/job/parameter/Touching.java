package io.adxflow.job.parameter;

/** Whether a parameter in code stands against a word, a number or a quote, so that it would become a part of that. */
final class Touching {
    static final String REASON =
            "a value is a whole literal, and this one would join its neighbour; for 7d, the value has the unit";

    private Touching() {}

    static boolean isTouching(String text, int start, int end) {
        return start > 0 && joins(text.charAt(start - 1)) || end < text.length() && joins(text.charAt(end));
    }

    private static boolean joins(char neighbour) {
        return Character.isJavaIdentifierPart(neighbour) || "'\"`@.{}".indexOf(neighbour) >= 0;
    }
}
