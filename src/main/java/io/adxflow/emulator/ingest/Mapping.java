package io.adxflow.emulator.ingest;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which part of a record each column of a table gets.
 *
 * @param sources one for each column of the table, in order
 * @see <a href="https://learn.microsoft.com/kusto/management/mappings">Ingestion mappings</a>
 */
public record Mapping(List<Source> sources) {
    public Mapping {
        sources = List.copyOf(sources);
    }

    /** Where a column comes from. */
    public sealed interface Source {
        /** The field of a record, counted from zero. */
        record Ordinal(int field) implements Source {}

        /** A path into an object, and what is done to the value at its end. */
        record Path(JsonPath path, Transform transform) implements Source {}

        /** Where the data lies, or the number of the record in it. */
        record OfData(Transform transform) implements Source {}

        /** The same text for each record. */
        record Constant(String text) implements Source {}

        /** Nothing: the column has no value. */
        record Nothing() implements Source {}
    }

    /** By position for delimited text, by name for objects. */
    static Mapping identity(Schema schema, boolean isDelimited) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < schema.columns().size(); i++) {
            sources.add(
                    isDelimited
                            ? new Source.Ordinal(i)
                            : new Source.Path(
                                    JsonPath.ofMember(schema.columns().get(i).name()), Transform.NONE));
        }
        return new Mapping(sources);
    }

    /**
     * Reads a mapping for a table.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public static Mapping read(String json, Schema schema) {
        Map<String, Source> sources = new TreeMap<>();
        for (Object element : elements(json)) {
            if (!(element instanceof Map<?, ?> members)) {
                throw new IllegalArgumentException("expected a list of objects");
            }
            Map<String, Object> folded = folded(members);
            String column = text(folded, "column")
                    .or(() -> text(folded, "name"))
                    .or(() -> text(folded, "columnname"))
                    .orElseThrow(() -> new IllegalArgumentException("an element names no column"));
            if (schema.column(column).isEmpty()) {
                throw new IllegalArgumentException("the table has no column '" + column + "'");
            }
            sources.put(column, source(column, folded));
        }
        return new Mapping(schema.names().stream()
                .map(name -> sources.getOrDefault(name, new Source.Nothing()))
                .toList());
    }

    private static List<?> elements(String json) {
        try {
            if (Json.readRelaxed(json) instanceof List<?> list) {
                return list;
            }
            throw new IllegalArgumentException("expected a list of objects");
        } catch (JsonException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Members in lower case, those of {@code Properties} among them. */
    private static Map<String, Object> folded(Map<?, ?> members) {
        Map<String, Object> folded = new TreeMap<>();
        members.forEach((name, value) -> {
            if (value instanceof Map<?, ?> properties) {
                folded.putAll(folded(properties));
            } else if (value != null) {
                folded.put(String.valueOf(name).toLowerCase(Locale.ROOT), value);
            }
        });
        return folded;
    }

    private static Source source(String column, Map<String, Object> members) {
        Transform transform = text(members, "transform")
                .map(name -> Transform.named(name)
                        .orElseThrow(() -> new IllegalArgumentException("transform '" + name
                                + "' is not supported; transforms: " + String.join(", ", Transform.keywords()))))
                .orElse(Transform.NONE);
        if (transform.isOfSource()) {
            return new Source.OfData(transform);
        }
        Optional<String> constant = text(members, "constvalue").or(() -> text(members, "constantvalue"));
        if (constant.isPresent()) {
            return new Source.Constant(constant.get());
        }
        Optional<String> ordinal = text(members, "ordinal");
        return ordinal.isPresent() ? ordinal(ordinal.get(), transform) : path(column, members, transform);
    }

    private static Source ordinal(String text, Transform transform) {
        if (transform != Transform.NONE) {
            throw new IllegalArgumentException("a field that is known by its ordinal has no transform");
        }
        if (!text.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("the ordinal '" + text + "' is no number of a field");
        }
        return new Source.Ordinal(Integer.parseInt(text));
    }

    private static Source path(String column, Map<String, Object> members, Transform transform) {
        Optional<String> field = text(members, "field");
        Optional<String> path = text(members, "path");
        if (field.isPresent() == path.isPresent()) {
            throw new IllegalArgumentException("column '" + column
                    + "' needs one of Ordinal, Path, Field, ConstValue and a transform of the source");
        }
        String text = field.orElseGet(path::get);
        if (text.startsWith("$")) {
            return new Source.Path(JsonPath.read(text), transform);
        }
        return field.isPresent() ? new Source.Path(JsonPath.ofMember(text), transform) : new Source.Constant(text);
    }

    private static Optional<String> text(Map<String, Object> members, String name) {
        return Optional.ofNullable(members.get(name)).map(String::valueOf).filter(text -> !text.isEmpty());
    }
}
