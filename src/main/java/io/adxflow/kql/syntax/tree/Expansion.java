package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;
import java.util.Optional;

/** {@code [name =] expression [to typeof(type)]} of mv-expand and mv-apply. */
public record Expansion(Span span, NamedExpression array, Optional<KqlType> type) {}
