package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;
import java.util.List;
import java.util.Optional;

/** An expression as written, scalar or tabular: KQL's grammar does not tell them apart. Parentheses leave no node. */
public sealed interface Expression {
    Span span();

    <R> R accept(Visitor<R> visitor);

    /** A constant; no value means the null of its type. Values are Boolean (bool), Integer (int), Long (long, ticks of 100 ns
     * for datetime since 0001-01-01 and for timespan), Double (real), BigDecimal (decimal), String (string, and compact JSON
     * text for dynamic) and UUID (guid).
     */
    record Literal(Span span, KqlType type, Optional<Object> value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** A name: of a column, a variable, a table; {@code $left} and {@code $right} in join conditions. */
    record Name(Span span, String text) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /** {@code *}, or a name with stars ({@code a*}); with a scope after {@code database("d").} or the like. */
    record Wildcard(Span span, Optional<Expression> scope, String pattern) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wildcard(this);
        }
    }

    /** {@code function(argument, name = argument, …)}; arguments may be tabular. */
    record Call(Span span, Name function, List<NamedExpression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code target.member}: a path into a dynamic value, a column of a join side, a table of a database. */
    record Member(Span span, Expression target, Name member) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.member(this);
        }
    }

    /** {@code target.function(…)}: only after {@code cluster(…)} and {@code database(…)}. */
    record MemberCall(Span span, Expression target, Call call) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.memberCall(this);
        }
    }

    /** {@code target[index]}. */
    record Index(Span span, Expression target, Expression index) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.index(this);
        }
    }

    /** {@code -operand} or {@code +operand}. */
    record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    /** {@code left operator right}. Chains of {@code and} and of {@code or} are balanced, so that long ones do not nest deeply. */
    record Binary(Span span, BinaryOperator operator, Expression left, Expression right) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** {@code value in (…)} and its relatives; one of the choices may be tabular or an array. */
    record In(Span span, InOperator operator, Expression value, List<Expression> choices) implements Expression {
        public In {
            choices = List.copyOf(choices);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.in(this);
        }
    }

    /** {@code value between (low .. high)}, both ends inclusive. */
    record Between(Span span, BetweenOperator operator, Expression value, Expression low, Expression high)
            implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.between(this);
        }
    }

    /** {@code source | operator | …}. There is no source when the first operator brings the rows (print, range, union, search,
     * find, evaluate) or in a subquery, whose rows come from outside (mv-apply, partition, fork, facet).
     */
    record Pipe(Span span, Optional<Expression> source, List<Operator> operators) implements Expression {
        public Pipe {
            operators = List.copyOf(operators);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pipe(this);
        }
    }

    /** {@code datatable (column: type, …) [value, …]}; the values fill whole rows. */
    record Datatable(Span span, List<ColumnDeclaration> columns, List<Expression> values) implements Expression {
        public Datatable {
            columns = List.copyOf(columns);
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.datatable(this);
        }
    }

    /** {@code externaldata (column: type, …) [uri, …] with (…)}. */
    record Externaldata(Span span, List<ColumnDeclaration> columns, List<Expression> uris, List<Property> properties)
            implements Expression {
        public Externaldata {
            columns = List.copyOf(columns);
            uris = List.copyOf(uris);
            properties = List.copyOf(properties);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.externaldata(this);
        }
    }

    /** {@code typeof(type)}. */
    record TypeOf(Span span, KqlType type) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.typeOf(this);
        }
    }

    /** {@code typeof(*, column: type, …)}: the output schema of a plugin; the star keeps the input's columns. */
    record SchemaOf(Span span, EvaluateSchema schema) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.schemaOf(this);
        }
    }

    /** No default methods: a new expression must be answered everywhere. */
    interface Visitor<R> {
        R literal(Literal expression);

        R name(Name expression);

        R wildcard(Wildcard expression);

        R call(Call expression);

        R member(Member expression);

        R memberCall(MemberCall expression);

        R index(Index expression);

        R unary(Unary expression);

        R binary(Binary expression);

        R in(In expression);

        R between(Between expression);

        R pipe(Pipe expression);

        R datatable(Datatable expression);

        R externaldata(Externaldata expression);

        R typeOf(TypeOf expression);

        R schemaOf(SchemaOf expression);
    }
}
