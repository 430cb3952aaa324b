package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;
import java.util.List;
import java.util.Optional;

/** A parameter of a let function, or of the query itself. */
public sealed interface FunctionParameter {
    Span span();

    Expression.Name name();

    /** {@code name: type [= default]}. */
    record Scalar(Span span, Expression.Name name, KqlType type, Optional<Expression> defaultValue)
            implements FunctionParameter {}

    /** {@code name: (column: type, …)}; no columns at all stand for {@code name: (*)}, a table of any schema. */
    record Table(Span span, Expression.Name name, List<ColumnDeclaration> columns) implements FunctionParameter {
        public Table {
            columns = List.copyOf(columns);
        }
    }
}
