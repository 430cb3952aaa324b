package io.adxflow.kql.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs of keys and values in a text, as {@code parse-kv} finds them. Blanks around keys and values do not count; the first
 * pair of a key does.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/parse-kv-operator">The operator parse-kv</a>
 */
public final class KeyValues {
    private static final Memo<String, Options> OPTIONS = new Memo<>(Options::read);

    private final String text;
    private final Options options;
    private int at;

    private KeyValues(String text, Options options) {
        this.text = text;
        this.options = options;
    }

    /**
     * How pairs are written.
     *
     * @param quotes opening and closing quotes, two characters each
     * @param isGreedy whether a value without quotes goes on up to the next key
     */
    private record Options(String pair, String keyValue, List<String> quotes, List<String> escapes, boolean isGreedy) {
        /** Null when the bag does not have both delimiters. */
        static Options read(String json) {
            return Json.read(json) instanceof Map<?, ?> bag
                            && bag.get("pair_delimiter") instanceof String pair
                            && bag.get("kv_delimiter") instanceof String keyValue
                    ? new Options(
                            pair,
                            keyValue,
                            texts(bag.get("quote")),
                            texts(bag.get("escape")),
                            Boolean.TRUE.equals(bag.get("greedy")))
                    : null;
        }

        private static List<String> texts(Object list) {
            return list instanceof List<?> texts
                    ? texts.stream().map(DynamicArrays::text).toList()
                    : List.of();
        }
    }

    /** The pairs as a bag of texts. */
    public static String bag(String text, String options) {
        Options read = OPTIONS.of(options);
        return read == null ? null : JsonText.of(new KeyValues(text, read).pairs());
    }

    private Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        while (at < text.length()) {
            String key = key();
            if (key == null) {
                break;
            }
            skipBlanks();
            pairs.putIfAbsent(key, value());
        }
        return pairs;
    }

    /** The text before the next delimiter of a key; null when there is none. */
    private String key() {
        skipBlanks();
        String quoted = quoted();
        int end = text.indexOf(options.keyValue(), at);
        if (end < 0) {
            return null;
        }
        String key = quoted;
        if (key == null) {
            key = text.substring(at, end).strip();
            int before = key.lastIndexOf(options.pair());
            key = before < 0
                    ? key
                    : key.substring(before + options.pair().length()).strip();
        }
        at = end + options.keyValue().length();
        return key;
    }

    private String value() {
        String quoted = quoted();
        int from = at;
        int end = end();
        at = Math.min(text.length(), end + options.pair().length());
        return quoted != null ? quoted : text.substring(from, end).strip();
    }

    /** Where the value ends: at the next pair, or greedily at the last place before the next key. */
    private int end() {
        int next = options.isGreedy() ? text.indexOf(options.keyValue(), at) : -1;
        int end = next < 0 ? text.indexOf(options.pair(), at) : text.lastIndexOf(options.pair(), next - 1);
        boolean isToTheEnd = end < at || options.isGreedy() && next < 0;
        return isToTheEnd ? text.length() : end;
    }

    /** The text between quotes that begin here, without escapes; null when there are none. */
    private String quoted() {
        for (String quotes : options.quotes()) {
            if (at < text.length() && text.charAt(at) == quotes.charAt(0)) {
                return unescaped(quotes.charAt(quotes.length() - 1));
            }
        }
        return null;
    }

    private String unescaped(char closing) {
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char next = text.charAt(i);
            if (options.escapes().contains(String.valueOf(next)) && i + 1 < text.length()) {
                value.append(text.charAt(++i));
            } else if (next == closing) {
                at = i + 1;
                return value.toString();
            } else {
                value.append(next);
            }
        }
        return null;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
