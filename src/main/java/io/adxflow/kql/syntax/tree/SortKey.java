package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;

/** One key of sort, top and scan, with KQL's defaults filled in: descending; nulls are the smallest values. */
public record SortKey(Span span, Expression expression, Direction direction, Nulls nulls) {

    /** Which values come first. */
    public enum Direction {
        ASC,
        DESC
    }

    /** Where null values stand. */
    public enum Nulls {
        FIRST,
        LAST
    }
}
