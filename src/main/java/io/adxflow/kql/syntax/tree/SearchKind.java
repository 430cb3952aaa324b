package io.adxflow.kql.syntax.tree;

/** Whether the terms of a search tell upper from lower case. */
public enum SearchKind {
    CASE_INSENSITIVE,
    CASE_SENSITIVE
}
