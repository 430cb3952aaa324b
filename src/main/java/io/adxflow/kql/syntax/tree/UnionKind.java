package io.adxflow.kql.syntax.tree;

/** Which columns a union gives: those of any table, or those of every table. */
public enum UnionKind {
    OUTER,
    INNER
}
