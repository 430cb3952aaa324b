package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.List;

/** Operators that choose or order rows and keep the columns. */
public sealed interface RowOperator extends Operator {
    /** {@code where predicate}, {@code filter predicate}. */
    record Where(Span span, Expression predicate) implements RowOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.where(this);
        }
    }

    /** {@code sort by key, …}, {@code order by key, …}. */
    record Sort(Span span, List<SortKey> keys) implements RowOperator {
        public Sort {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.sort(this);
        }
    }

    /** {@code top rows by key}. */
    record Top(Span span, Expression rows, SortKey key) implements RowOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.top(this);
        }
    }

    /** {@code take rows}, {@code limit rows}. */
    record Take(Span span, Expression rows) implements RowOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.take(this);
        }
    }

    /** {@code sample rows}. */
    record Sample(Span span, Expression rows) implements RowOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.sample(this);
        }
    }

    /** {@code as Name}: the rows so far under a name. */
    record As(Span span, Expression.Name name) implements RowOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.as(this);
        }
    }

    /** {@code consume}: reads all rows and returns none. */
    record Consume(Span span) implements RowOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.consume(this);
        }
    }

    /** {@code render chart with (…)}: no effect on the rows. */
    record Render(Span span, Expression.Name chart, List<Property> properties) implements RowOperator {
        public Render {
            properties = List.copyOf(properties);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.render(this);
        }
    }

    /** The part of {@link Operator.Visitor} for this family. */
    interface Visitor<R> {
        R where(Where operator);

        R sort(Sort operator);

        R top(Top operator);

        R take(Take operator);

        R sample(Sample operator);

        R as(As operator);

        R consume(Consume operator);

        R render(Render operator);
    }
}
