package io.adxflow.kql.language;

import java.util.Map;

/** How {@code render} asks for a result to be drawn. It changes no row. */
public record Visualization(String chart, Map<String, String> properties) {
    public Visualization {
        properties = Map.copyOf(properties);
    }
}
