package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.Optional;

/** {@code [name =] aggregate [default = value]} of make-series. */
public record SeriesAggregate(Span span, NamedExpression aggregate, Optional<Expression> defaultValue) {}
