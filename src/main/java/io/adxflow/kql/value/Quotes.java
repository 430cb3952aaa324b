package io.adxflow.kql.value;

import java.util.List;
import java.util.Optional;

/**
 * How text is wrapped in quotes.
 *
 * @param pairs an opening and a closing quote each, or one character that is both
 * @param escapes characters behind which the next one stands for itself
 */
record Quotes(List<String> pairs, List<String> escapes) {
    Quotes {
        pairs = List.copyOf(pairs);
        escapes = List.copyOf(escapes);
    }

    /** Text between quotes, without them and without escapes, and where it ends. */
    record Quoted(String text, int end) {}

    /** The text between quotes that begin here. */
    Optional<Quoted> read(String text, int at) {
        return pairs.stream()
                .filter(pair -> at < text.length() && text.charAt(at) == pair.charAt(0))
                .findFirst()
                .flatMap(pair -> read(text, at, pair.charAt(pair.length() - 1)));
    }

    private Optional<Quoted> read(String text, int at, char closing) {
        StringBuilder inside = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char next = text.charAt(i);
            if (escapes.contains(String.valueOf(next)) && i + 1 < text.length()) {
                inside.append(text.charAt(++i));
            } else if (next == closing) {
                return Optional.of(new Quoted(inside.toString(), i + 1));
            } else {
                inside.append(next);
            }
        }
        return Optional.empty();
    }
}
