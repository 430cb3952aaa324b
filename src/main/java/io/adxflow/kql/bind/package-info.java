/**
 * Syntax to plan: what a name refers to, what type an expression has, which overload is called, how a result column is
 * named. One class for each family of operators; every mistake of a query is collected. Start at {@code Binder}.
 */
package io.adxflow.kql.bind;
