package io.adxflow.job.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shape as a JSON schema, from which editors complete and correct while a file is being written. */
final class JsonSchema implements Kind.Visitor<Map<String, Object>> {
    private static final Map<String, Object> REFERENCE = Map.of("type", "string", "pattern", "\\{\\{.*}}");

    private JsonSchema() {}

    static Map<String, Object> of(Shape root) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        root.all().stream().skip(1).forEach(shape -> definitions.put(shape.name(), group(shape)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "adxflow " + root.name());
        schema.putAll(group(root));
        schema.put("definitions", definitions);
        return schema;
    }

    private static Map<String, Object> group(Shape shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        shape.keys().forEach(key -> {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", key.summary());
            property.putAll(key.kind().accept(new JsonSchema()));
            properties.put(key.name(), property);
        });
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", shape.summary());
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        List<String> required =
                shape.keys().stream().filter(Key::isRequired).map(Key::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.putAll(alternatives(shape));
        return schema;
    }

    private static Map<String, Object> alternatives(Shape shape) {
        List<String> names = shape.alternatives();
        if (names.isEmpty()) {
            return Map.of();
        }
        if (shape.needsOne()) {
            return Map.of(
                    "oneOf", names.stream().map(name -> requires(List.of(name))).toList());
        }
        List<Object> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                pairs.add(requires(List.of(names.get(i), names.get(j))));
            }
        }
        return Map.of("not", Map.of("anyOf", pairs));
    }

    private static Map<String, Object> requires(List<String> names) {
        return Map.of("required", names);
    }

    @Override
    public Map<String, Object> text(Kind.Text kind) {
        return kind.pattern().isEmpty()
                ? Map.of("type", "string")
                : ordered("type", "string", "pattern", "^(" + kind.pattern() + "|.*\\{\\{.*}}.*)$");
    }

    @Override
    public Map<String, Object> code(Kind.Code kind) {
        return Map.of("type", "string");
    }

    @Override
    public Map<String, Object> truth(Kind.Truth kind) {
        return Map.of("anyOf", List.of(Map.of("type", "boolean"), ordered(REFERENCE)));
    }

    @Override
    public Map<String, Object> word(Kind.Word kind) {
        return Map.of("anyOf", List.of(Map.of("enum", kind.words()), ordered(REFERENCE)));
    }

    @Override
    public Map<String, Object> plain(Kind.Plain kind) {
        return Map.of("type", List.of("string", "number", "boolean", "null"));
    }

    @Override
    public Map<String, Object> keys(Kind.Keys kind) {
        return Map.of("$ref", "#/definitions/" + kind.shape().name());
    }

    @Override
    public Map<String, Object> named(Kind.Named kind) {
        return ordered("type", "object", "additionalProperties", kind.value().accept(this));
    }

    @Override
    public Map<String, Object> items(Kind.Items kind) {
        return ordered("type", "array", "items", kind.item().accept(this));
    }

    @Override
    public Map<String, Object> either(Kind.Either kind) {
        return Map.of(
                "anyOf", kind.kinds().stream().map(one -> one.accept(this)).toList());
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    private static Map<String, Object> ordered(Map<String, Object> map) {
        return ordered("type", map.get("type"), "pattern", map.get("pattern"));
    }
}
