package io.adxflow.kql.plan;

/** A field and the expression that gives its value. */
public record Assignment(Field field, Scalar value) {
    public Assignment {
        TypeCheck.is(field.type(), value);
    }
}
