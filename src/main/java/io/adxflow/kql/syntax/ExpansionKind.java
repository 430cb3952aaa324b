package io.adxflow.kql.syntax;

/** What mv-expand makes of a property bag: bags of one property, or arrays of key and value. */
public enum ExpansionKind {
    BAG,
    ARRAY
}
