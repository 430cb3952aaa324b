package io.adxflow.kql.value;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The different elements of a JSON array as they stand in it, which is much less work than to read them. */
final class PlainElements {
    private PlainElements() {}

    /** Empty when equal elements may be written differently: numbers with a point, bags and arrays. */
    static Optional<Set<String>> of(String array) {
        Set<String> elements = new LinkedHashSet<>();
        int start = 1;
        for (int at = 1; at < array.length(); at++) {
            char sign = array.charAt(at);
            if (sign == '"') {
                at = endOfText(array, at);
            } else if (sign == ',' || sign == ']') {
                if (at > start) {
                    elements.add(array.substring(start, at));
                }
                start = at + 1;
            } else if ("[{.eE".indexOf(sign) >= 0 && !isWord(array, start)) {
                return Optional.empty();
            }
        }
        return Optional.of(elements);
    }

    /** {@code true} and {@code false} have the letter of an exponent. */
    private static boolean isWord(String array, int start) {
        return array.charAt(start) == 't' || array.charAt(start) == 'f';
    }

    private static int endOfText(String array, int quote) {
        int at = quote + 1;
        while (array.charAt(at) != '"') {
            at += array.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
