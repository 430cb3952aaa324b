package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;

/** {@code name} or {@code pattern* [asc|desc|granny-asc|granny-desc]}: a Name or a Wildcard of project-reorder. */
public record ReorderedColumns(Span span, Expression columns, Order order) {

    /** How the columns that a pattern matches stand among themselves; granny orders count numbers in names as numbers. */
    public enum Order {
        AS_IS,
        ASC,
        DESC,
        GRANNY_ASC,
        GRANNY_DESC
    }
}
