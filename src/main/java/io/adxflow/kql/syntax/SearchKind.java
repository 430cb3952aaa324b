package io.adxflow.kql.syntax;

/** Whether the terms of a search tell upper from lower case. */
public enum SearchKind {
    CASE_INSENSITIVE,
    CASE_SENSITIVE
}
