/**
 * Expressions over one row: overloads and conversions, calls of every kind, aggregates and window functions, functions of
 * the query. Start at {@code ScalarBinder}.
 */
package io.adxflow.kql.bind.scalar;
