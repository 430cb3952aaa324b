package io.adxflow.kql.syntax.tree;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;

/** {@code Name: type}, as in datatable, externaldata, parse-kv, evaluate schemas and tabular parameters. */
public record ColumnDeclaration(Span span, Expression.Name name, KqlType type) {}
