/** The Java functions of KQL inside DuckDB. */
package io.adxflow.emulator.duckdb.functions;
