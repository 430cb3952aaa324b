package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** One of the statements that a query and the body of a function consist of. */
public sealed interface Statement {
    Span span();

    <R> R accept(Visitor<R> visitor);

    /** {@code let Name = expression}; scalar or tabular, which only the binder knows. */
    record LetValue(Span span, Expression.Name name, Expression value) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.letValue(this);
        }
    }

    /** {@code let Name = (parameters) { body }}. */
    record LetFunction(Span span, Expression.Name name, List<FunctionParameter> parameters, FunctionBody body)
            implements Statement {
        public LetFunction {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.letFunction(this);
        }
    }

    /** {@code let Name = view (parameters) { body }}: a function that wildcards of union, search and find see. */
    record LetView(Span span, Expression.Name name, List<FunctionParameter> parameters, FunctionBody body)
            implements Statement {
        public LetView {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.letView(this);
        }
    }

    /** {@code set option [= value]}. */
    record SetOption(Span span, Expression.Name option, Optional<Expression> value) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setOption(this);
        }
    }

    /** {@code declare query_parameters (name: type [= default], …)}. */
    record DeclareQueryParameters(Span span, List<FunctionParameter.Scalar> parameters) implements Statement {
        public DeclareQueryParameters {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.declareQueryParameters(this);
        }
    }

    /** An expression whose value is a result of the query. */
    record ExpressionStatement(Span span, Expression expression) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expression(this);
        }
    }

    /** No default methods: a new statement must be answered everywhere. */
    interface Visitor<R> {
        R letValue(LetValue statement);

        R letFunction(LetFunction statement);

        R letView(LetView statement);

        R setOption(SetOption statement);

        R declareQueryParameters(DeclareQueryParameters statement);

        R expression(ExpressionStatement statement);
    }
}
