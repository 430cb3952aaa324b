package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** An expression with the names it is given: none, one ({@code a = e}) or several ({@code (a, b) = e}). */
public record NamedExpression(Span span, List<Expression.Name> names, Expression value) {
    public NamedExpression {
        names = List.copyOf(names);
    }

    /** The name, when exactly one is given. */
    public Optional<Expression.Name> name() {
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }
}
