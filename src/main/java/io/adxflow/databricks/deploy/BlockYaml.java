package io.adxflow.databricks.deploy;

import io.adxflow.base.json.Json;
import java.util.List;
import java.util.Map;

/** Writes plain values as YAML in block style. Texts are in double quotes, which YAML reads as JSON does. */
public final class BlockYaml {
    private BlockYaml() {}

    public static String of(Map<String, ?> document) {
        StringBuilder text = new StringBuilder();
        keys(document, "", text);
        return text.toString();
    }

    private static void keys(Map<?, ?> map, String indent, StringBuilder text) {
        String prefix = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(prefix).append(key(entry.getKey().toString())).append(':');
            value(entry.getValue(), indent + "  ", text);
            prefix = indent;
        }
    }

    private static String key(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_.-]*") ? name : Json.write(name);
    }

    private static void value(Object value, String indent, StringBuilder text) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            text.append('\n').append(indent);
            keys(map, indent, text);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            list.forEach(item -> item(item, indent, text));
        } else {
            text.append(' ').append(Json.write(value)).append('\n');
        }
    }

    private static void item(Object item, String indent, StringBuilder text) {
        text.append(text.charAt(text.length() - 1) == '\n' ? "" : "\n")
                .append(indent)
                .append('-');
        if (item instanceof Map<?, ?> map && !map.isEmpty()) {
            text.append(' ');
            keys(map, indent + "  ", text);
        } else {
            text.append(' ').append(Json.write(item)).append('\n');
        }
    }
}
