package io.adxflow.kql.language;

/** A named, typed column. Names are case-sensitive and may hold any character. */
public record Column(String name, KqlType type) {
    public Column {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column needs a name");
        }
    }
}
