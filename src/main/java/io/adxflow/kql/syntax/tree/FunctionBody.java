package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.List;

/** {@code { let …; let …; result }}. */
public record FunctionBody(Span span, List<Statement> statements, Expression result) {
    public FunctionBody {
        statements = List.copyOf(statements);
    }
}
