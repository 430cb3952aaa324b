package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.SourceText;
import java.util.List;

/** A whole query as written: its statements, at least one of them an expression. */
public record Query(SourceText source, List<Statement> statements) {
    public Query {
        statements = List.copyOf(statements);
    }
}
