package io.adxflow.kql.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with places for arguments, filled in one pass, so an argument that contains <code>{0}</code> is text.
 *
 * <p>{@code {0}} is an argument, {@code {-1}} the last one, {@code {*}} the repeated ones separated by commas,
 * {@code {* WHEN ? THEN ?}} a piece for each group of repeated ones, {@code {*, :lower(?)}} such pieces with a separator
 * between them, {@code {now}} a value of the query's context.
 */
public record SqlTemplate(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{(-?\\d+|\\*[^{}]*|[a-z]+)}");

    /**
     * Whether SQL may compute an argument more than once: a place that stands twice, or in what DuckDB itself writes out as
     * comparisons.
     */
    public boolean repeats() {
        List<String> places =
                PLACE.matcher(text).results().map(place -> place.group(1)).toList();
        return text.contains("nullif(")
                || text.contains("CASE {")
                || Set.copyOf(places).size() < places.size();
    }

    /**
     * The SQL of a call.
     *
     * @param arguments SQL of each argument, with those that were left out filled in
     * @param repeated SQL of the arguments of the repeated parameters, a part of {@code arguments}
     * @param context values for named places such as {@code now}
     */
    public String fill(List<String> arguments, List<String> repeated, Map<String, String> context) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(value(place, arguments, repeated, context)));
    }

    private static String value(
            MatchResult place, List<String> arguments, List<String> repeated, Map<String, String> context) {
        String name = place.group(1);
        if (name.startsWith("*")) {
            return name.length() == 1 ? String.join(", ", repeated) : pieces(name.substring(1), repeated);
        }
        if (Character.isLetter(name.charAt(0))) {
            String value = context.get(name);
            if (value == null) {
                throw new IllegalStateException("no value for {" + name + "} of a function");
            }
            return value;
        }
        int index = Integer.parseInt(name);
        return arguments.get(index < 0 ? arguments.size() + index : index);
    }

    private static String pieces(String text, List<String> repeated) {
        int colon = text.indexOf(':');
        String separator = colon < 0 ? "" : text.substring(0, colon);
        List<String> parts = List.of(text.substring(colon + 1).split("\\?", -1));
        int group = parts.size() - 1;
        List<String> filled = new ArrayList<>();
        for (int start = 0; start < repeated.size(); start += group) {
            StringBuilder sql = new StringBuilder(parts.get(0));
            for (int i = 0; i < group; i++) {
                sql.append(repeated.get(start + i)).append(parts.get(i + 1));
            }
            filled.add(sql.toString());
        }
        return String.join(separator, filled);
    }
}
