package io.adxflow.benchmark;

/**
 * A query, and what a person who knows SQL would write for the same rows.
 *
 * @param name as the table of results calls it
 * @param kql on the tables of the emulator: {@code Flights}, {@code Trips} and {@code Airports}
 * @param sql on tables of the same names in a DuckDB, with the types that SQL has for such data
 */
record KqlQuery(String name, String kql, String sql) {}
