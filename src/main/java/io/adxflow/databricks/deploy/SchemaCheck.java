package io.adxflow.databricks.deploy;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks values against a JSON schema of ours. It knows the words that our schemas use: type, properties, required,
 * additionalProperties, items, minItems, enum, pattern, maxLength, minimum and {@code $ref} into definitions.
 */
public final class SchemaCheck {
    private final Map<?, ?> definitions;
    private final List<String> found = new ArrayList<>();

    private SchemaCheck(Map<?, ?> definitions) {
        this.definitions = definitions;
    }

    /**
     * A request or a bundle as it may be sent or printed.
     *
     * @param schema one of {@code job}, {@code submit}, {@code bundle}
     * @throws IllegalStateException when what we made does not fit, which is a defect of ours
     */
    public static Map<String, Object> checked(String schema, Map<String, Object> document) {
        List<String> problems = problems(schema, document);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("what was made for Databricks does not fit its schema: " + problems);
        }
        return document;
    }

    /** What does not fit, each with its place. */
    static List<String> problems(String schema, Object document) {
        Map<?, ?> all = read();
        Map<?, ?> definitions = (Map<?, ?>) all.get("definitions");
        SchemaCheck check = new SchemaCheck(definitions);
        check.check((Map<?, ?>) definitions.get(schema), Json.read(Json.write(document)), "$");
        return List.copyOf(check.found);
    }

    private static Map<?, ?> read() {
        try (InputStream stream = SchemaCheck.class.getResourceAsStream("/io/adxflow/databricks/jobs.schema.json")) {
            return (Map<?, ?>) Json.read(stream, JsonLimits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Map<?, ?> schema, Object value, String place) {
        Object reference = schema.get("$ref");
        if (reference != null) {
            check((Map<?, ?>) definitions.get(reference.toString().replace("#/definitions/", "")), value, place);
            return;
        }
        if (!isOfType(schema.get("type"), value)) {
            found.add(place + " is no " + schema.get("type"));
        } else if (value instanceof Map<?, ?> map) {
            object(schema, map, place);
        } else if (value instanceof List<?> list) {
            array(schema, list, place);
        } else {
            plain(schema, value, place);
        }
    }

    private static boolean isOfType(Object type, Object value) {
        return switch (String.valueOf(type)) {
            case "object" -> value instanceof Map<?, ?>;
            case "array" -> value instanceof List<?>;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Long;
            case "boolean" -> value instanceof Boolean;
            default -> throw new IllegalStateException("the schema has the type " + type);
        };
    }

    private void object(Map<?, ?> schema, Map<?, ?> map, String place) {
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> known ? known : Map.of();
        Object others = schema.get("additionalProperties");
        map.forEach((name, value) -> {
            String inner = place + "." + name;
            if (properties.get(name) instanceof Map<?, ?> property) {
                check(property, value, inner);
            } else if (others instanceof Map<?, ?> other) {
                check(other, value, inner);
            } else {
                found.add(inner + " is unknown");
            }
        });
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(name -> !map.containsKey(name))
                    .forEach(name -> found.add(place + "." + name + " is missing"));
        }
    }

    private void array(Map<?, ?> schema, List<?> list, String place) {
        if (schema.get("minItems") instanceof Long least && list.size() < least) {
            found.add(place + " has fewer than " + least + " items");
        }
        for (int index = 0; index < list.size(); index++) {
            check((Map<?, ?>) schema.get("items"), list.get(index), place + "[" + index + "]");
        }
    }

    private void plain(Map<?, ?> schema, Object value, String place) {
        if (schema.get("enum") instanceof List<?> words && !words.contains(value)) {
            found.add(place + " is none of " + words);
        }
        if (schema.get("pattern") instanceof String pattern && !value.toString().matches(pattern)) {
            found.add(place + " does not match " + pattern);
        }
        if (schema.get("maxLength") instanceof Long most && value.toString().length() > most) {
            found.add(place + " is longer than " + most);
        }
        if (schema.get("minimum") instanceof Long least
                && new BigDecimal(value.toString()).compareTo(BigDecimal.valueOf(least)) < 0) {
            found.add(place + " is less than " + least);
        }
    }
}
