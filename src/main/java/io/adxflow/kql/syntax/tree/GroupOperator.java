package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** Operators whose rows stand for groups of input rows. */
public sealed interface GroupOperator extends Operator {
    /** {@code summarize [name =] aggregate, … by [name =] key, …}. */
    record Summarize(Span span, List<NamedExpression> aggregates, List<NamedExpression> keys) implements GroupOperator {
        public Summarize {
            aggregates = List.copyOf(aggregates);
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.summarize(this);
        }
    }

    /** {@code distinct expression, …}, {@code distinct *}. */
    record Distinct(Span span, List<Expression> columns) implements GroupOperator {
        public Distinct {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.distinct(this);
        }
    }

    /** {@code count [as Name]}. */
    record Count(Span span, Optional<Expression.Name> name) implements GroupOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.count(this);
        }
    }

    /** {@code make-series [kind=nonempty] aggregate [default=value], … on axis [range] [by keys]}. */
    record MakeSeries(
            Span span,
            SeriesKind kind,
            List<SeriesAggregate> aggregates,
            NamedExpression axis,
            SeriesRange range,
            List<NamedExpression> keys)
            implements GroupOperator {
        public MakeSeries {
            aggregates = List.copyOf(aggregates);
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.makeSeries(this);
        }
    }

    /** {@code top-nested [n] of e [with others = v] by aggregate, top-nested …}: from the outermost level inwards. */
    record TopNested(Span span, List<TopNestedLevel> levels) implements GroupOperator {
        public TopNested {
            levels = List.copyOf(levels);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.topNested(this);
        }
    }

    /** {@code top-hitters n of e [by weight]}. */
    record TopHitters(Span span, Expression rows, NamedExpression of, Optional<NamedExpression> weight)
            implements GroupOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.topHitters(this);
        }
    }

    /** {@code sample-distinct n of column}. */
    record SampleDistinct(Span span, Expression rows, Expression of) implements GroupOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.sampleDistinct(this);
        }
    }

    /** {@code reduce by text with (threshold = …, characters = …)}. */
    record Reduce(Span span, Expression of, List<Property> properties) implements GroupOperator {
        public Reduce {
            properties = List.copyOf(properties);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.reduce(this);
        }
    }

    /** The part of {@link Operator.Visitor} for this family. */
    interface Visitor<R> {
        R summarize(Summarize operator);

        R distinct(Distinct operator);

        R count(Count operator);

        R makeSeries(MakeSeries operator);

        R topNested(TopNested operator);

        R topHitters(TopHitters operator);

        R sampleDistinct(SampleDistinct operator);

        R reduce(Reduce operator);
    }
}
