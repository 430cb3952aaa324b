package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import java.util.Optional;

/** {@code [name =] (subquery)}: one result of fork. */
public record ForkBranch(Span span, Optional<Expression.Name> name, Expression.Pipe subquery) {}
