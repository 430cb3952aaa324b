package io.adxflow.kql.plan;

import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;

/**
 * A column of a relation. The id is unique in a query and stays with the column through every operator that passes it
 * on, whatever its name becomes; in SQL the column is called {@code c<id>}.
 */
public record Field(int id, String name, KqlType type) {
    public Field {
        if (id < 0) {
            throw new IllegalArgumentException("not an id: " + id);
        }
    }

    public Column column() {
        return new Column(name, type);
    }

    public Field named(String newName) {
        return new Field(id, newName, type);
    }

    public Scalar.ColumnReference reference() {
        return new Scalar.ColumnReference(id, type);
    }
}
