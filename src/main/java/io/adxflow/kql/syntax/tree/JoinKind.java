package io.adxflow.kql.syntax.tree;

/** Which rows a join gives; the shorter names of KQL ({@code anti}, {@code leftantisemi}) mean one of these. */
public enum JoinKind {
    INNERUNIQUE,
    INNER,
    LEFTOUTER,
    RIGHTOUTER,
    FULLOUTER,
    LEFTSEMI,
    RIGHTSEMI,
    LEFTANTI,
    RIGHTANTI
}
