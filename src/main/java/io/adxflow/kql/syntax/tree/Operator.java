package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;

/**
 * A tabular operator as written, in families by what it does to rows and columns. Parameters that only give hints to a
 * distributed engine ({@code hint.*}, {@code hint.strategy}, …) are read and leave no trace.
 */
public sealed interface Operator permits ColumnOperator, RowOperator, GroupOperator, CombineOperator, ExpandOperator {
    Span span();

    <R> R accept(Visitor<R> visitor);

    /** No default methods: a new operator must be answered everywhere. */
    interface Visitor<R>
            extends ColumnOperator.Visitor<R>,
                    RowOperator.Visitor<R>,
                    GroupOperator.Visitor<R>,
                    CombineOperator.Visitor<R>,
                    ExpandOperator.Visitor<R> {}
}
