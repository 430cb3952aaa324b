package io.adxflow.run.commit;

import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxType;
import io.adxflow.adx.client.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table's columns as commands write them: {@code ['Name']:string, ['Time']:datetime}. */
final class CslSchema {
    private static final Pattern COLUMN = Pattern.compile(
            "\\s*(?:\\['((?:[^'\\\\]|\\\\.)*)']|\\[\"((?:[^\"\\\\]|\\\\.)*)\"]|([^:,\\[]+))\\s*:\\s*(\\w+)\\s*(?:,|$)");

    private CslSchema() {}

    static String write(List<AdxColumn> columns) {
        return columns.stream()
                .map(column -> Quoted.name(column.name()) + ":" + column.type().kql())
                .collect(Collectors.joining(", "));
    }

    static List<AdxColumn> read(String schema) {
        List<AdxColumn> columns = new ArrayList<>();
        Matcher matcher = COLUMN.matcher(schema);
        int end = 0;
        while (end < schema.length() && matcher.find(end) && matcher.start() == end) {
            columns.add(new AdxColumn(name(matcher), AdxType.named(matcher.group(4))));
            end = matcher.end();
        }
        if (end < schema.length()) {
            throw new IllegalStateException("not the schema of a table: " + schema);
        }
        return columns;
    }

    private static String name(Matcher matcher) {
        if (matcher.group(3) != null) {
            return matcher.group(3).strip();
        }
        String quoted = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return quoted.replaceAll("\\\\(.)", "$1");
    }
}
