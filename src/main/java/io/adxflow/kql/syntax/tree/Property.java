package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.List;

/** {@code name = value} in a {@code with (…)} list; several values where KQL allows a list ({@code ycolumns = a, b}). */
public record Property(Span span, Expression.Name name, List<Expression> values) {
    public Property {
        values = List.copyOf(values);
    }
}
