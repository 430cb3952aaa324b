package io.adxflow.emulator.external;

import io.adxflow.emulator.store.ExternalPartition;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.PathPart;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.TimespanText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The folders of an external table: what the path of a file tells of its partitions, and the folder that rows with such values go
 * to.
 */
public final class PathFormat {
    /** The folder of rows whose value is null, empty, or no name of a folder. */
    private static final String DEFAULT = "__DEFAULT_PARTITION__";

    private static final String FORBIDDEN = "\\/:*?\"<>|#%\u0000";

    private final ExternalTable table;
    private final List<PathPart> parts;
    private final Pattern pattern;

    private PathFormat(ExternalTable table) {
        this.table = table;
        this.parts = table.path();
        boolean isOpen = !parts.isEmpty() && parts.get(parts.size() - 1) instanceof PathPart.Value;
        this.pattern = Pattern.compile(
                parts.stream().map(this::regex).collect(Collectors.joining("", "", isOpen ? "/.*" : ".*")));
    }

    /** @throws IllegalArgumentException when a datetime pattern is wrong */
    public static PathFormat of(ExternalTable table) {
        return new PathFormat(table);
    }

    /** The folders of partitions when the command says nothing: their values, one below the other. */
    public static List<PathPart> implied(List<ExternalPartition> partitions) {
        List<PathPart> parts = new ArrayList<>();
        for (ExternalPartition partition : partitions) {
            if (!parts.isEmpty()) {
                parts.add(new PathPart.Text("/"));
            }
            parts.add(new PathPart.Value(partition.name(), ""));
        }
        return parts;
    }

    private String regex(PathPart part) {
        if (part instanceof PathPart.Text text) {
            return Pattern.quote(text.text());
        }
        PathPart.Value value = (PathPart.Value) part;
        String plain = partition(value).type() == KqlType.DATETIME
                ? datetime(value).regex()
                : partition(value).type() == KqlType.LONG ? "(-?\\d{1,18})" : "([^/]*?)";
        return plain.substring(0, plain.length() - 1) + "|" + DEFAULT + ")";
    }

    private ExternalPartition partition(PathPart.Value value) {
        return table.partition(value.partition()).orElseThrow();
    }

    private DatetimePattern datetime(PathPart.Value value) {
        return DatetimePattern.of(value.pattern().isEmpty() ? implied(partition(value)) : value.pattern());
    }

    private static String implied(ExternalPartition partition) {
        return switch (partition.kind()) {
            case START_OF_YEAR -> "yyyy";
            case START_OF_MONTH -> "yyyy/MM";
            case BIN -> partition.argument() % TimespanText.TICKS_PER_DAY == 0
                    ? "yyyy/MM/dd"
                    : partition.argument() % TimespanText.TICKS_PER_HOUR == 0 ? "yyyy/MM/dd/HH" : "yyyy/MM/dd/HH/mm";
            case START_OF_WEEK, START_OF_DAY, VIRTUAL, COLUMN, HASH -> "yyyy/MM/dd";
        };
    }

    /** The values that a path tells, in the order of the partitions; nothing when the path is none of the table. */
    public Optional<List<Object>> values(String path) {
        Matcher found = pattern.matcher(path);
        return found.matches() ? values(found) : Optional.empty();
    }

    private Optional<List<Object>> values(Matcher found) {
        Object[] values = new Object[table.partitions().size()];
        int group = 0;
        for (PathPart part : parts) {
            if (part instanceof PathPart.Value value) {
                group++;
                Object read = value(value, found.group(group));
                if (read == null && !found.group(group).equals(DEFAULT)) {
                    return Optional.empty();
                }
                values[table.partitions().indexOf(partition(value))] = read;
            }
        }
        return Optional.of(Arrays.asList(values));
    }

    private Object value(PathPart.Value value, String text) {
        if (text.equals(DEFAULT)) {
            return null;
        }
        KqlType type = partition(value).type();
        if (type == KqlType.DATETIME) {
            OptionalLong ticks = datetime(value).ticks(text);
            return ticks.isPresent() ? (Object) ticks.getAsLong() : null;
        }
        return type == KqlType.LONG ? (Object) Long.valueOf(text) : text;
    }

    /** The folder of rows with these values, with a slash at its end; an empty text without partitions. */
    public String folder(List<Object> values) {
        String folder = parts.stream()
                .map(part -> part instanceof PathPart.Text text ? text.text() : text((PathPart.Value) part, values))
                .collect(Collectors.joining());
        return folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    }

    private String text(PathPart.Value part, List<Object> values) {
        Object value = values.get(table.partitions().indexOf(partition(part)));
        if (value == null) {
            return DEFAULT;
        }
        String text =
                partition(part).type() == KqlType.DATETIME ? datetime(part).text((Long) value) : value.toString();
        boolean isName = !text.isEmpty()
                && (partition(part).type() == KqlType.DATETIME
                        || text.chars().noneMatch(c -> FORBIDDEN.indexOf(c) >= 0))
                && !text.equals(".")
                && !text.equals("..");
        return isName ? text : DEFAULT;
    }

    /** The text that all paths begin with. */
    public String prefix() {
        return !parts.isEmpty() && parts.get(0) instanceof PathPart.Text text ? text.text() : "";
    }
}
