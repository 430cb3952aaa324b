package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.List;

/** {@code (column: type, …)}, or with a star: the columns of the input, and then these. */
public record EvaluateSchema(Span span, boolean keepsInput, List<ColumnDeclaration> columns) {
    public EvaluateSchema {
        columns = List.copyOf(columns);
    }
}
