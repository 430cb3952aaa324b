package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** Operators that take values apart, row by row, or hand the rows to something else. */
public sealed interface ExpandOperator extends Operator {
    /** {@code mv-expand [kind=…] [with_itemindex=Name] [name =] e [to typeof(t)], … [limit n]}. */
    record MvExpand(
            Span span,
            ExpansionKind kind,
            Optional<Expression.Name> itemIndex,
            List<Expansion> expansions,
            Optional<Expression> rowLimit)
            implements ExpandOperator {
        public MvExpand {
            expansions = List.copyOf(expansions);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.mvExpand(this);
        }
    }

    /** {@code mv-apply [with_itemindex=Name] [name =] e [to typeof(t)], … [limit n] on (subquery)}. */
    record MvApply(
            Span span,
            Optional<Expression.Name> itemIndex,
            List<Expansion> expansions,
            Optional<Expression> rowLimit,
            Expression.Pipe subquery)
            implements ExpandOperator {
        public MvApply {
            expansions = List.copyOf(expansions);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.mvApply(this);
        }
    }

    /** {@code parse [kind=…] [flags=…] text with pattern}: rows that do not match stay. */
    record Parse(Span span, ParsePattern pattern) implements ExpandOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.parse(this);
        }
    }

    /** {@code parse-where [kind=…] [flags=…] text with pattern}: rows that do not match go. */
    record ParseWhere(Span span, ParsePattern pattern) implements ExpandOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.parseWhere(this);
        }
    }

    /** {@code parse-kv text as (key: type, …) [with (…)]}. */
    record ParseKv(Span span, Expression text, List<ColumnDeclaration> keys, List<Property> properties)
            implements ExpandOperator {
        public ParseKv {
            keys = List.copyOf(keys);
            properties = List.copyOf(properties);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.parseKv(this);
        }
    }

    /** {@code scan [with_match_id=Name] [order by …] [partition by …] [declare (…)] with (step …; …)}. */
    record Scan(
            Span span,
            Optional<Expression.Name> matchId,
            List<SortKey> order,
            List<Expression> partition,
            List<FunctionParameter.Scalar> variables,
            List<ScanStep> steps)
            implements ExpandOperator {
        public Scan {
            order = List.copyOf(order);
            partition = List.copyOf(partition);
            variables = List.copyOf(variables);
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.scan(this);
        }
    }

    /** {@code invoke function(…)}: a Call or a MemberCall, whose first argument is the input. */
    record Invoke(Span span, Expression function) implements ExpandOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.invoke(this);
        }
    }

    /** {@code evaluate plugin(…) [: schema]}. */
    record Evaluate(Span span, Expression.Call plugin, Optional<EvaluateSchema> schema) implements ExpandOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.evaluate(this);
        }
    }

    /** {@code print [name =] expression, …}: one row. */
    record Print(Span span, List<NamedExpression> columns) implements ExpandOperator {
        public Print {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.print(this);
        }
    }

    /** {@code range column from first to last step s}: both ends inclusive. */
    record Range(Span span, Expression.Name column, Expression from, Expression to, Expression step)
            implements ExpandOperator {
        @Override
        public <R> R accept(Operator.Visitor<R> visitor) {
            return visitor.range(this);
        }
    }

    /** The part of {@link Operator.Visitor} for this family. */
    interface Visitor<R> {
        R mvExpand(MvExpand operator);

        R mvApply(MvApply operator);

        R parse(Parse operator);

        R parseWhere(ParseWhere operator);

        R parseKv(ParseKv operator);

        R scan(Scan operator);

        R invoke(Invoke operator);

        R evaluate(Evaluate operator);

        R print(Print operator);

        R range(Range operator);
    }
}
