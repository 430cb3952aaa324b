package io.adxflow.job.parameter;

/** Ways to write a text so that a lexer reads it back as the same text. */
final class Quoting {
    private Quoting() {}

    /** With backslashes, for KQL and Spark SQL alike: both know {@code \\ \n \r \t} and {@code \}{@code uXXXX}. */
    static String escaped(String value, char quote) {
        StringBuilder text = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            text.append(escaped(value.charAt(i), quote));
        }
        return text.toString();
    }

    private static String escaped(char character, char quote) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> character == quote
                    ? "\\" + quote
                    : isInvisible(character) ? String.format("\\u%04x", (int) character) : String.valueOf(character);
        };
    }

    /** With the quote written twice, where backslashes mean nothing; a line break has no way in there. */
    static Insertion doubled(String value, char quote) {
        return value.chars().anyMatch(Quoting::isInvisible)
                ? Insertion.refused("its value has a character that a text without escapes cannot hold")
                : Insertion.of(value.replace(String.valueOf(quote), "" + quote + quote));
    }

    /** Where there are no escapes at all. */
    static Insertion without(String value, char forbidden) {
        return value.indexOf(forbidden) >= 0
                ? Insertion.refused("its value has the character " + forbidden + ", which would end the text")
                : Insertion.of(value);
    }

    /** What a comment may say: nothing that could end it or begin another one. */
    static String comment(String value) {
        StringBuilder text = new StringBuilder(value.isEmpty() ? " " : value);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isInvisible(character) || character == '*' || character == '/' || character == '\\') {
                text.setCharAt(i, ' ');
            }
        }
        return text.toString();
    }

    private static boolean isInvisible(int character) {
        return Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
    }
}
