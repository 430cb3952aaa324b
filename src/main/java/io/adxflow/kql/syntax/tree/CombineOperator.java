package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** Operators that read more than one table, or give more than one. */
public sealed interface CombineOperator extends Operator {
    /** {@code join kind=… (right) on condition, …}. A condition is a name, or equalities over {@code $left} and {@code $right}. */
    record Join(Span span, JoinKind kind, Expression right, List<Expression> conditions) implements CombineOperator {
        public Join {
            conditions = List.copyOf(conditions);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.join(this);
        }
    }

    /** {@code lookup kind=leftouter|inner (right) on condition, …}. */
    record Lookup(Span span, JoinKind kind, Expression right, List<Expression> conditions) implements CombineOperator {
        public Lookup {
            conditions = List.copyOf(conditions);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.lookup(this);
        }
    }

    /** {@code union [kind=…] [withsource=Name] [isfuzzy=true] table, …}: a Name, Wildcard, Call, Member or Pipe each. */
    record Union(
            Span span, UnionKind kind, Optional<Expression.Name> sourceColumn, boolean isFuzzy, List<Expression> tables)
            implements CombineOperator {
        public Union {
            tables = List.copyOf(tables);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.union(this);
        }
    }

    /** {@code search [kind=…] [in (table, …)] predicate}; no tables means the input, or all tables at the start of a query. */
    record Search(Span span, SearchKind kind, List<Expression> tables, Expression predicate)
            implements CombineOperator {
        public Search {
            tables = List.copyOf(tables);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.search(this);
        }
    }

    /** {@code find [withsource=Name] [in (table, …)] where predicate [project …]}; no tables means all of them. */
    record Find(
            Span span,
            Optional<Expression.Name> sourceColumn,
            boolean isFuzzy,
            List<Expression> tables,
            Expression predicate,
            FindOutput output)
            implements CombineOperator {
        public Find {
            tables = List.copyOf(tables);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.find(this);
        }
    }

    /** {@code fork [name =] (subquery) …}. */
    record Fork(Span span, List<ForkBranch> branches) implements CombineOperator {
        public Fork {
            branches = List.copyOf(branches);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.fork(this);
        }
    }

    /** {@code facet by column, … [with (subquery)]}. */
    record Facet(Span span, List<Expression> columns, Optional<Expression.Pipe> with) implements CombineOperator {
        public Facet {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.facet(this);
        }
    }

    /** {@code partition by column (subquery)} or {@code { query }}. */
    record Partition(Span span, Expression by, Expression query) implements CombineOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.partition(this);
        }
    }

    /** The part of {@link Operator.Visitor} for this family. */
    interface Visitor<R> {
        R join(Join operator);

        R lookup(Lookup operator);

        R union(Union operator);

        R search(Search operator);

        R find(Find operator);

        R fork(Fork operator);

        R facet(Facet operator);

        R partition(Partition operator);
    }
}
