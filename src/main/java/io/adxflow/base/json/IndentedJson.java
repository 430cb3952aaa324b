package io.adxflow.base.json;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON over many lines, for files that people compare. */
public final class IndentedJson {
    private IndentedJson() {}

    public static String of(Object value) {
        return text(value, "\n") + "\n";
    }

    private static String text(Object value, String lineBreak) {
        if (value instanceof Map<?, ?> map) {
            return lines(
                    map.entrySet().stream()
                            .map(entry -> Json.write(entry.getKey()) + ": " + text(entry.getValue(), lineBreak + "  ")),
                    "{",
                    "}",
                    lineBreak);
        }
        boolean isLong = value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
        return isLong
                ? lines(((List<?>) value).stream().map(item -> text(item, lineBreak + "  ")), "[", "]", lineBreak)
                : Json.write(value);
    }

    private static String lines(Stream<String> items, String open, String close, String lineBreak) {
        return items.collect(Collectors.joining("," + lineBreak + "  ", open + lineBreak + "  ", lineBreak + close));
    }
}
