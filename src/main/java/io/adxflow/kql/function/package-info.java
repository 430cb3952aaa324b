/**
 * What can be called in a KQL expression, as rows of data: functions, operators, aggregates and window functions, each with its
 * SQL or the Java method that computes it. Nothing here knows trees or DuckDB's driver. Start at {@code FunctionRegistry}.
 */
package io.adxflow.kql.function;
