/**
 * Plan to SQL: one DuckDB statement for a relation, one common table expression for each step. Text of a query gets into SQL
 * only as a literal that {@code Sql} writes. Start at {@code SqlGenerator}.
 */
package io.adxflow.kql.sql;
