package io.adxflow.kql.plan;

/**
 * An array that is expanded, and the field that receives its elements.
 *
 * @param element dynamic, or a string that gets the elements as text
 * @param bags what an element of a property bag looks like
 */
public record UnnestColumn(Scalar array, Field element, Bags bags) {
    /** The two forms of {@code mv-expand kind=…}. */
    public enum Bags {
        /** {@code {"key": value}}. */
        AS_BAGS,
        /** {@code ["key", value]}. */
        AS_PAIRS
    }
}
