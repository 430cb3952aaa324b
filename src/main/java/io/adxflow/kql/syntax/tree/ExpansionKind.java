package io.adxflow.kql.syntax.tree;

/** What mv-expand makes of a property bag: bags of one property, or arrays of key and value. */
public enum ExpansionKind {
    BAG,
    ARRAY
}
