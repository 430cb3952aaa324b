package io.adxflow.run.model;

import java.util.OptionalLong;

/**
 * A source after the run.
 *
 * @param kind for example {@code kql} or {@code file}
 * @param from what was read: a query, a table, a path
 * @param rows as Spark observed them; empty when no step asked for the source's rows
 */
public record SourceResult(String name, String kind, String from, OptionalLong rows) {}
