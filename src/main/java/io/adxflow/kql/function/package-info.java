/**
 * What can be called in a KQL expression, as rows of data: functions, operators, aggregates, window functions, and the Java
 * code behind those that SQL cannot express. Nothing here knows trees or DuckDB's driver. Start at {@code FunctionRegistry}.
 */
package io.adxflow.kql.function;
