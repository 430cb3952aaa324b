package io.adxflow.kql.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;

/**
 * Pairs of keys and values in a text, as {@code parse-kv} finds them: between delimiters, as words, or by a regular
 * expression. The first pair of a key counts.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/parse-kv-operator">The operator parse-kv</a>
 */
public final class KeyValues {
    private static final Memo<String, Function<String, Map<String, String>>> READERS = new Memo<>(KeyValues::reader);

    private KeyValues() {}

    /**
     * The pairs as a bag of texts.
     *
     * @param options a bag: {@code regex}; or {@code pair_delimiter}, {@code kv_delimiter}, {@code quote}, {@code escape} and
     *     {@code greedy}; or {@code keys}, {@code quote} and {@code escape}
     */
    public static String bag(String text, String options) {
        return JsonText.of(READERS.of(options).apply(text));
    }

    private static Function<String, Map<String, String>> reader(String options) {
        Map<?, ?> bag = (Map<?, ?>) Json.read(options);
        if (bag.get("regex") instanceof String regex) {
            return text -> matches(text, regex);
        }
        Quotes quotes = new Quotes(texts(bag.get("quote")), texts(bag.get("escape")));
        if (bag.get("keys") instanceof List<?> keys) {
            return text -> new WordPairs(text, texts(keys), quotes).pairs();
        }
        DelimitedPairs.Form form = new DelimitedPairs.Form(
                (String) bag.get("pair_delimiter"),
                (String) bag.get("kv_delimiter"),
                quotes,
                Boolean.TRUE.equals(bag.get("greedy")));
        return text -> new DelimitedPairs(text, form).pairs();
    }

    private static List<String> texts(Object list) {
        return list instanceof List<?> texts
                ? texts.stream().map(DynamicArrays::text).toList()
                : List.of();
    }

    private static Map<String, String> matches(String text, String regex) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Matcher matcher = Patterns.java(regex).matcher(text);
        while (matcher.find()) {
            pairs.putIfAbsent(stripped(matcher.group(1)), stripped(matcher.group(2)));
        }
        return pairs;
    }

    private static String stripped(String group) {
        return group == null ? "" : group.strip();
    }
}
