package io.adxflow.kql.syntax.tree;

/** Whether make-series gives a row of defaults for an empty input. */
public enum SeriesKind {
    DEFAULT,
    NONEMPTY
}
