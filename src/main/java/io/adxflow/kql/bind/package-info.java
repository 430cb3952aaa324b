/**
 * Syntax to plan: what a name refers to, what type an expression has, which overload is called, how a result column is
 * named. Every mistake of a query is collected. Start at {@code Binder}: here statements, tables and the choice of an
 * operator's class tie the rooms together. {@code scope} is what all of them know, {@code scalar} binds expressions,
 * {@code source} rows from elsewhere, {@code operator} the tabular operators, {@code plugin} those of {@code evaluate}.
 */
package io.adxflow.kql.bind;
