package io.adxflow.kql.value;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pairs in a text without delimiters of their own: a key that is asked for, and the word behind it. Whatever is no letter and
 * no digit stands between words; a word in quotes may hold anything.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/parse-kv-operator">The operator parse-kv</a>
 */
final class WordPairs {
    private final String text;
    private final List<String> keys;
    private final Quotes quotes;
    private int at;

    WordPairs(String text, List<String> keys, Quotes quotes) {
        this.text = text;
        this.keys = keys.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        this.quotes = quotes;
    }

    /** The first pair of each key that occurs. */
    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        while (at < text.length()) {
            Optional<String> key = key();
            if (key.isPresent()) {
                pairs.putIfAbsent(key.get(), word());
            } else if (quotes.read(text, at).isPresent()) {
                at = quotes.read(text, at).get().end();
            } else if (isWord(at)) {
                at = endOfWord();
            } else {
                at++;
            }
        }
        return pairs;
    }

    /** The key that stands here, with or without quotes; the place moves behind it. */
    private Optional<String> key() {
        Optional<Quotes.Quoted> quoted = quotes.read(text, at);
        if (quoted.isPresent() && keys.contains(quoted.get().text())) {
            at = quoted.get().end();
            return Optional.of(quoted.get().text());
        }
        for (String key : keys) {
            int end = at + key.length();
            if (text.startsWith(key, at) && !isWord(at - 1) && !isWord(end)) {
                at = end;
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private String word() {
        while (at < text.length() && !isWord(at) && quotes.read(text, at).isEmpty()) {
            at++;
        }
        Optional<Quotes.Quoted> quoted = quotes.read(text, at);
        if (quoted.isPresent()) {
            at = quoted.get().end();
            return quoted.get().text();
        }
        int start = at;
        at = endOfWord();
        return text.substring(start, at);
    }

    private int endOfWord() {
        int end = at;
        while (isWord(end)) {
            end++;
        }
        return end;
    }

    private boolean isWord(int index) {
        return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }
}
