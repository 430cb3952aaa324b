package io.adxflow.kql.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pairs in a text with delimiters between them and within them. Blanks around keys and values do not count.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/parse-kv-operator">The operator parse-kv</a>
 */
final class DelimitedPairs {
    private final String text;
    private final Form form;
    private int at;

    /**
     * How pairs are written.
     *
     * @param isGreedy whether a value without quotes goes on up to the next key
     */
    record Form(String pair, String keyValue, Quotes quotes, boolean isGreedy) {}

    DelimitedPairs(String text, Form form) {
        this.text = text;
        this.form = form;
    }

    /** The first pair of each key. */
    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        while (at < text.length()) {
            Optional<String> key = key();
            if (key.isEmpty()) {
                break;
            }
            skipBlanks();
            pairs.putIfAbsent(key.get(), value());
        }
        return pairs;
    }

    /** The text before the next delimiter of a key. */
    private Optional<String> key() {
        skipBlanks();
        Optional<String> quoted = quoted();
        int end = text.indexOf(form.keyValue(), at);
        if (end < 0) {
            return Optional.empty();
        }
        String key = quoted.orElseGet(() -> unquotedKey(end));
        at = end + form.keyValue().length();
        return Optional.of(key);
    }

    /** What stands behind the last delimiter of pairs. */
    private String unquotedKey(int end) {
        String key = text.substring(at, end).strip();
        int before = key.lastIndexOf(form.pair());
        return before < 0 ? key : key.substring(before + form.pair().length()).strip();
    }

    private String value() {
        Optional<String> quoted = quoted();
        int from = at;
        int end = end();
        at = Math.min(text.length(), end + form.pair().length());
        return quoted.orElseGet(() -> text.substring(from, end).strip());
    }

    /** Where the value ends: at the next pair, or greedily at the last place before the next key. */
    private int end() {
        int next = form.isGreedy() ? text.indexOf(form.keyValue(), at) : -1;
        int end = next < 0 ? text.indexOf(form.pair(), at) : text.lastIndexOf(form.pair(), next - 1);
        boolean isToTheEnd = end < at || form.isGreedy() && next < 0;
        return isToTheEnd ? text.length() : end;
    }

    private Optional<String> quoted() {
        Optional<Quotes.Quoted> quoted = form.quotes().read(text, at);
        quoted.ifPresent(found -> at = found.end());
        return quoted.map(Quotes.Quoted::text);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
