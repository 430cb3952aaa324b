/** The storage of the emulator in one DuckDB file. Start with {@link io.adxflow.emulator.duckdb.DuckDbStore}. */
package io.adxflow.emulator.duckdb;
