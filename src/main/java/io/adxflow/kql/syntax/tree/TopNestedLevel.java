package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.Optional;

/** {@code top-nested [rows] of e [with others = v] by [name =] aggregate [asc|desc]}. */
public record TopNestedLevel(
        Span span,
        Optional<Expression> rows,
        NamedExpression of,
        Optional<Expression> others,
        NamedExpression aggregate,
        SortKey.Direction direction) {}
