package io.adxflow.emulator.yaml;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One pattern and the texts that it gives. A replacement may hold {@code $1} to {@code $9}, the groups of the match.
 *
 * @param replacements by their key
 */
record AgentPattern(Pattern regex, Map<String, String> replacements) {
    private static final Pattern PLACE = Pattern.compile("\\$([1-9])");

    AgentPattern {
        replacements = Map.copyOf(replacements);
    }

    /** One text for each key, or where there is no replacement for its group; group 0 stands for none. */
    List<String> texts(Matcher match, List<String> keys, List<Integer> groups) {
        return IntStream.range(0, keys.size())
                .mapToObj(index -> text(match, keys.get(index), groups.get(index)))
                .toList();
    }

    private String text(Matcher match, String key, int group) {
        String replacement = replacements.get(key);
        return replacement == null
                ? group(match, group)
                : PLACE.matcher(replacement)
                        .replaceAll(place -> Matcher.quoteReplacement(group(match, Integer.parseInt(place.group(1)))))
                        .trim();
    }

    private static String group(Matcher match, int group) {
        String text = group == 0 || group > match.groupCount() ? null : match.group(group);
        return text == null ? "" : text;
    }
}
