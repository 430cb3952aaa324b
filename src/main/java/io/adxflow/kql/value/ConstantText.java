package io.adxflow.kql.value;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A text in a language of its own that an argument holds: when it stands in the query, a mistake in it is told before the
 * query runs.
 *
 * @param index which argument of the function
 * @param problem what is wrong with a text, if anything
 */
public record ConstantText(String function, int index, Function<String, Optional<String>> problem) {
    private static final List<ConstantText> ALL = Stream.of(
                    Stream.of(
                            new ConstantText("format_datetime", 1, DateTimeFormat::problemOfDatetime),
                            new ConstantText("format_timespan", 1, DateTimeFormat::problemOfTimespan),
                            new ConstantText("datetime_utc_to_local", 1, TimeZones::problem),
                            new ConstantText("datetime_local_to_utc", 1, TimeZones::problem)),
                    Stream.of("trim", "trim_start", "trim_end", "extract", "replace")
                            .map(name -> new ConstantText(name, 0, Patterns::problem)),
                    Stream.of("extract_all", "extractall")
                            .map(name -> new ConstantText(name, 0, Patterns::problemOfGroups)),
                    Stream.of("extract_json", "extractjson").map(name -> new ConstantText(name, 0, JsonPath::problem)),
                    Stream.of("matches regex", "!matches regex", "replace_regex", "indexof_regex")
                            .map(name -> new ConstantText(name, 1, Patterns::problem)))
            .flatMap(texts -> texts)
            .toList();

    /** The arguments of a function that hold such texts. */
    public static List<ConstantText> of(String function) {
        return ALL.stream().filter(text -> text.function().equals(function)).toList();
    }
}
